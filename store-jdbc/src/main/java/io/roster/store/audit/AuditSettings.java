package io.roster.store.audit;

import io.roster.core.credential.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * What of the decisions on clients is kept, and for how long.
 *
 * @param enabled whether anything is
 * @param details whether what a client was and became is
 * @param refusals whether requests that came to nothing are
 * @param retention how long an entry is kept; zero for ever
 * @param key a secret outside of the database with which the chain is signed
 */
public record AuditSettings(
    boolean enabled, boolean details, boolean refusals, Duration retention, Optional<Secret> key) {
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final int SHORTEST_KEY = 16;

  public AuditSettings {
    if (!retention.isZero() && retention.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("roster.audit.retention must be 0 or at least 1h");
    }
    if (key.filter(secret -> secret.reveal().length() < SHORTEST_KEY).isPresent()) {
      throw new IllegalArgumentException("roster.audit.key must have at least 16 characters");
    }
  }

  /** Everything, for a year. */
  public static AuditSettings standard() {
    return new AuditSettings(true, true, true, Duration.ofDays(365), Optional.empty());
  }
}
