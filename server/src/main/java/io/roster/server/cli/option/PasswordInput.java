package io.roster.server.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.server.account.Passwords;
import io.roster.server.data.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** Reads a password: the first line of standard input, in UTF-8. */
public final class PasswordInput {
  private static final int MOST_BYTES = 1024;

  private PasswordInput() {}

  public static String read(InputStream in) {
    try {
      var password = UTF_8.newDecoder().decode(ByteBuffer.wrap(line(in))).toString();
      Passwords.fault(password)
          .ifPresent(
              fault -> {
                throw new Refusal(fault);
              });
      return password;
    } catch (CharacterCodingException e) {
      throw new Refusal("the password is not UTF-8");
    } catch (IOException e) {
      throw new Refusal("the password can't be read from standard input");
    }
  }

  private static byte[] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n' && line.size() < MOST_BYTES; b = in.read()) {
      line.write(b);
    }
    var bytes = line.toByteArray();
    boolean windows = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return windows ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }
}
