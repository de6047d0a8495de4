package io.roster.core.credential;

import java.time.Instant;
import java.util.Optional;

/** A credential as it is kept: its digest, and when it ends if it ever does. */
public record Credential(Digest digest, Optional<Instant> expiresAt) {
  public boolean isExpired(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }
}
