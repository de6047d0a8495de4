package io.roster.store.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** The SHA-256 of a list of values, each with its length, so that none can pass for another. */
final class Fingerprint {
  private static final byte[] ABSENT = {-1, -1, -1, -1};

  private final MessageDigest digest = sha256();

  Fingerprint add(String text) {
    var bytes = text.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  Fingerprint add(Optional<String> text) {
    if (text.isPresent()) {
      return add(text.get());
    }
    digest.update(ABSENT);
    return this;
  }

  Fingerprint add(long number) {
    digest.update(ByteBuffer.allocate(8).putLong(number).flip());
    return this;
  }

  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
