package io.roster.core.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What is stored of a secret: the algorithm and the result, as text. */
public record Digest(String text) {
  public Digest {
    if (text.isEmpty() || text.length() > 200) {
      throw new IllegalArgumentException("a digest has 1 to 200 characters");
    }
  }

  /** Compares without telling by its duration where two digests differ. */
  boolean matches(Digest other) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.US_ASCII), other.text.getBytes(StandardCharsets.US_ASCII));
  }
}
