package io.roster.core.settings;

import java.time.Duration;

/**
 * What an operator decides about how clients live and go.
 *
 * @param retention how long a client is kept that nobody uses, where its tier says nothing else
 * @param evictAfter how old a client that nobody ever used must be to make room in a full tier;
 *     zero when none ever does
 * @param tombstones how long is remembered what went; zero when nothing is
 * @param revival whether a public client that time took away comes back when it is asked for
 * @param secretOverlap how long a replaced client secret goes on to count
 * @param tokenRotation when a registration access token is replaced
 */
public record LifeCycleSettings(
    Retention retention,
    Duration evictAfter,
    Duration tombstones,
    boolean revival,
    Duration secretOverlap,
    TokenRotation tokenRotation) {
  /** Nothing is revived and no registration token replaced. */
  public static LifeCycleSettings standard() {
    return new LifeCycleSettings(
        new Retention(Duration.ofDays(7), Duration.ofDays(90)),
        Duration.ofHours(1),
        Duration.ofDays(180),
        false,
        Duration.ofHours(24),
        TokenRotation.NEVER);
  }

  /** The same, but for what is revived. */
  public LifeCycleSettings withRevival(boolean next) {
    return new LifeCycleSettings(
        retention, evictAfter, tombstones, next, secretOverlap, tokenRotation);
  }

  /** The same, but for when a registration access token is replaced. */
  public LifeCycleSettings withTokenRotation(TokenRotation next) {
    return new LifeCycleSettings(retention, evictAfter, tombstones, revival, secretOverlap, next);
  }
}
