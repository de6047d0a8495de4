package io.roster.core.store;

import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import java.time.Instant;
import java.util.Optional;

/** What decides whether a client may go: its clocks, and who still needs it. */
public record Standing(
    ClientId id,
    Tier tier,
    ClientState state,
    Instant issuedAt,
    Optional<Instant> lastUsedAt,
    boolean hasLiveGrant) {
  /** Since when its clock runs. */
  public Instant since() {
    return lastUsedAt.orElse(issuedAt);
  }
}
