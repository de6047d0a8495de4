package io.roster.core.store;

import io.roster.core.client.Tier;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for the clients of one tier whose clock has run longest.
 *
 * @param since only clients whose clock runs since before then
 * @param after the last client of the page before this one
 * @param limit how many at most
 * @param now when a grant has to be live to count
 */
public record StandingQuery(
    Tier tier, UseClock clock, Instant since, Optional<Standing> after, int limit, Instant now) {
  /** The page after this one, whose last client this was. */
  public StandingQuery after(Standing last) {
    return new StandingQuery(tier, clock, since, Optional.of(last), limit, now);
  }
}
