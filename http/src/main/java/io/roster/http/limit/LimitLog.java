package io.roster.http.limit;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Tells that a limit bites, once a minute; a flood must not fill the log. */
final class LimitLog {
  private static final System.Logger LOG = System.getLogger("io.roster.http");
  private static final long PAUSE = Duration.ofMinutes(1).toMillis();

  private final InstantSource clock;
  private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);
  private final AtomicLong refused = new AtomicLong();

  LimitLog(InstantSource clock) {
    this.clock = clock;
  }

  void bites(String whose) {
    long count = refused.incrementAndGet();
    long now = clock.millis();
    long due = next.get();
    if (now >= due && next.compareAndSet(due, now + PAUSE)) {
      refused.addAndGet(-count);
      LOG.log(
          Level.WARNING,
          "the rate limit {0} bites: {1} registrations refused since last told; if a proxy stands"
              + " in front, name it in roster.http.trusted-proxies",
          whose,
          count);
    }
  }
}
