package io.roster.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public SettableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** A clock that stands at {@link Clients#NOON}. */
  public static SettableClock atNoon() {
    return new SettableClock(Clients.NOON);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void set(Instant next) {
    now.set(next);
  }

  public void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
