package io.roster.core.initial;

import io.roster.core.credential.Digest;
import java.time.Instant;
import java.util.Optional;

/** A token that lets strangers register, RFC 7591 section 3, as it is kept: without its secret. */
public record InitialAccessToken(
    InitialTokenId id,
    Digest digest,
    InitialTokenTerms terms,
    int used,
    Instant createdAt,
    Optional<Instant> revokedAt) {
  /** Whether it would still admit a client; only the store's insert can tell for sure. */
  public boolean admits(Instant now) {
    return used < terms.uses()
        && revokedAt.isEmpty()
        && terms.expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** The token after one more client. */
  public InitialAccessToken spent() {
    return new InitialAccessToken(id, digest, terms, used + 1, createdAt, revokedAt);
  }

  /** The token once it admits nobody any more. */
  public InitialAccessToken revoked(Instant now) {
    return new InitialAccessToken(id, digest, terms, used, createdAt, Optional.of(now));
  }
}
