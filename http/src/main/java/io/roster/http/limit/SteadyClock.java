package io.roster.http.limit;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that never jumps, for what counts durations: set back, the wall clock would keep everyone
 * waiting who is over a limit until it has caught up.
 */
public final class SteadyClock implements InstantSource {
  private final Instant start;
  private final long startNanos;

  /** Starts at the time it is made and goes its own way from there. */
  public SteadyClock() {
    this.start = Instant.now();
    this.startNanos = System.nanoTime();
  }

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
