package io.roster.store.account;

import io.roster.core.credential.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A token with which a program administers for somebody, as it is kept.
 *
 * @param id its name, which is no secret
 * @param role what it may do
 * @param owner who made it; it ends with them
 */
public record ApiToken(
    String id,
    Digest digest,
    String role,
    String owner,
    String note,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt) {
  public static final int LONGEST_NOTE = 200;

  public ApiToken {
    if (!isValidId(id) || note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("a token has an id, and a note of 200 characters");
    }
  }

  /** Whether a stranger's text could be the name of a token at all. */
  public static boolean isValidId(String id) {
    return id.matches("[A-Za-z0-9_-]{1,64}");
  }

  /** Whether it counts at this time. */
  public boolean isUsable(Instant now) {
    return revokedAt.isEmpty() && now.isBefore(expiresAt);
  }
}
