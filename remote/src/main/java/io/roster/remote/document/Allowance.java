package io.roster.remote.document;

import java.time.Duration;
import java.time.Instant;

/** So many at once, and the same number a minute on the long run. */
final class Allowance {
  private static final double MILLIS = Duration.ofMinutes(1).toMillis();

  private final int perMinute;
  private double left;
  private Instant since;

  Allowance(int perMinute, Instant now) {
    this.perMinute = perMinute;
    this.left = perMinute;
    this.since = now;
  }

  synchronized boolean take(Instant now) {
    var passed = Math.max(0, Duration.between(since, now).toMillis());
    left = Math.min(perMinute, left + passed * perMinute / MILLIS);
    since = now;
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }
}
