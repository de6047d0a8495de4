package io.roster.spring.config;

import io.roster.core.settings.LifeCycleSettings;
import io.roster.core.settings.Retention;
import io.roster.core.settings.TokenRotation;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How clients live and go, below {@code roster.life-cycle.}; whatever makes no sense refuses the
 * start.
 *
 * @param neverUsed how long a client is kept that nobody ever used; 0 means for ever
 * @param idle how long a client is kept since its last use; 0 means for ever
 * @param evictAfter how old a client that nobody ever used must be to make room in a full tier; 0
 *     when none ever does
 * @param tombstones how long is remembered which clients are gone
 * @param revival whether a public client that was purged comes back when it is asked for
 * @param purgeInterval how long to wait between two purges; 0 to leave them to the operator
 */
@ConfigurationProperties("roster.life-cycle")
public record LifeCycleProperties(
    @DefaultValue("7d") Duration neverUsed,
    @DefaultValue("90d") Duration idle,
    @DefaultValue("1h") Duration evictAfter,
    @DefaultValue("180d") Duration tombstones,
    @DefaultValue("false") boolean revival,
    @DefaultValue("10m") Duration purgeInterval) {
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

  public LifeCycleProperties {
    boolean sensible =
        purgeInterval.isZero()
            || (purgeInterval.compareTo(SHORTEST_INTERVAL) >= 0
                && purgeInterval.compareTo(LONGEST_INTERVAL) <= 0);
    if (!sensible) {
      throw new IllegalArgumentException(
          "roster.life-cycle.purge-interval must be 0 or between 1s and 86400s");
    }
  }

  LifeCycleSettings toSettings(Duration secretOverlap, TokenRotation tokenRotation) {
    return new LifeCycleSettings(
        new Retention(neverUsed, idle),
        evictAfter,
        tombstones,
        revival,
        secretOverlap,
        tokenRotation);
  }
}
