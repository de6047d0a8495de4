package io.roster.store.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for.
 *
 * @param after the number of the last entry that is known already
 * @param newestFirst whether the next ones are older or newer
 */
public record AuditQuery(
    Optional<String> client,
    Optional<String> actor,
    Optional<String> action,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Long> after,
    boolean newestFirst,
    int limit) {
  /** All entries from the first on. */
  public static AuditQuery all(int limit) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        limit);
  }

  /** The same, behind this entry. */
  public AuditQuery behind(long row) {
    return new AuditQuery(
        client, actor, action, since, until, Optional.of(row), newestFirst, limit);
  }
}
