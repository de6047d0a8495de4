package io.roster.store.account;

import java.time.Instant;

/**
 * Somebody known to an identity provider elsewhere: the provider's issuer and the subject it gave
 * them say who, exactly as they are written; the user is who they are here.
 *
 * @param label what they are called there, for administrators to recognise; it identifies nobody
 */
public record Identity(
    String issuer,
    String subject,
    String userName,
    String label,
    Instant createdAt,
    Instant usedAt) {
  private static final int LONGEST_ISSUER = 2048;
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_LABEL = 256;

  public Identity {
    if (issuer.isEmpty() || issuer.length() > LONGEST_ISSUER) {
      throw new IllegalArgumentException("an issuer has 1 to 2048 characters");
    }
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      throw new IllegalArgumentException("a subject has 1 to 255 characters");
    }
    if (label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("a label has at most 256 characters");
    }
  }
}
