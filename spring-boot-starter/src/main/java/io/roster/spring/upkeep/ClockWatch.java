package io.roster.spring.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices when the wall clock jumps. A clock that is wrong for a moment would make every client
 * look idle, so that nothing is purged for a while after a jump.
 */
final class ClockWatch {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Duration CAUTION = Duration.ofHours(1);

  private final InstantSource wall;
  private final LongSupplier steadyNanos;
  private Instant expected;
  private long lastNanos;
  private Optional<Long> cautiousUntil = Optional.empty();

  ClockWatch(InstantSource wall, LongSupplier steadyNanos) {
    this.wall = wall;
    this.steadyNanos = steadyNanos;
    this.expected = wall.instant();
    this.lastNanos = steadyNanos.getAsLong();
  }

  /** How far the clock has jumped since it was looked at last; nothing when it has not. */
  Optional<Duration> jump() {
    long nanos = steadyNanos.getAsLong();
    expected = expected.plusNanos(nanos - lastNanos);
    lastNanos = nanos;
    var off = Duration.between(expected, wall.instant());
    if (off.abs().compareTo(TOLERANCE) <= 0) {
      return Optional.empty();
    }
    expected = expected.plus(off);
    cautiousUntil = Optional.of(nanos + CAUTION.toNanos());
    return Optional.of(off);
  }

  /** Whether the clock has gone steadily for long enough. */
  boolean isTrusted() {
    return cautiousUntil.filter(until -> steadyNanos.getAsLong() - until < 0).isEmpty();
  }
}
