package io.roster.core.lifecycle;

import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.Standing;
import io.roster.core.store.UseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a client's time is over; knows no store and no clock of its own. */
public final class LifeCycle {
  private final RegistrationSettings settings;

  public LifeCycle(RegistrationSettings settings) {
    this.settings = settings;
  }

  /** Why a client has to go now, if it has to. */
  public Optional<Ending> ending(Standing standing, Instant now) {
    var clock = standing.lastUsedAt().isPresent() ? UseClock.IDLE : UseClock.NEVER_USED;
    // Nobody could use it; the decision has to be remembered longer than one who never came.
    var life = standing.state() == ClientState.DENIED ? UseClock.IDLE : clock;
    boolean isOver =
        since(standing.tier(), life, now).filter(standing.since()::isBefore).isPresent();
    return isOver && !isKept(standing) ? Optional.of(ending(clock)) : Optional.empty();
  }

  /** Whether a client may make room for another one: nobody ever used it, and it had its time. */
  public boolean mayMakeRoom(Standing standing, Instant now) {
    var grace = settings.lifeCycle().evictAfter();
    return !grace.isZero()
        && standing.lastUsedAt().isEmpty()
        && standing.state() != ClientState.DENIED
        && standing.issuedAt().isBefore(now.minus(grace))
        && !isKept(standing);
  }

  /** A clock of this tier that started before then has run out; none ever does without it. */
  Optional<Instant> since(Tier tier, UseClock clock, Instant now) {
    var retention = settings.tier(tier).retention();
    var life = clock == UseClock.IDLE ? retention.idle() : retention.neverUsed();
    return Optional.of(life).filter(Duration::isPositive).map(now::minus);
  }

  /** What went before then need no longer be remembered. */
  Instant forgettable(Instant now) {
    return now.minus(settings.lifeCycle().tombstones());
  }

  /** Somebody holds a grant, or an administrator holds the client back. */
  private static boolean isKept(Standing standing) {
    return standing.hasLiveGrant() || standing.state() == ClientState.DISABLED;
  }

  private static Ending ending(UseClock clock) {
    return clock == UseClock.IDLE ? Ending.IDLE : Ending.NEVER_USED;
  }
}
