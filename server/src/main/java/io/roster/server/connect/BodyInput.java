package io.roster.server.connect;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.data.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a JSON body from a file, or from standard input when the file is {@code -}. */
public final class BodyInput {
  private static final int LARGEST = 256 * 1024;

  private BodyInput() {}

  public static String read(String file, InputStream in) {
    try (var source = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
      var bytes = source.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Refusal("the body has more than " + LARGEST + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Refusal("the file can't be read: " + file);
    }
  }

  /** Reads a JSON object the same way; refuses anything else with the file's name. */
  public static Json.Members object(String file, InputStream in) {
    try {
      return new JacksonJson().read(read(file, in));
    } catch (IllegalArgumentException e) {
      throw new Refusal(file + ": " + e.getMessage());
    }
  }
}
