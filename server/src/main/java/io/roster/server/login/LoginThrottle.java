package io.roster.server.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: after five failures in a row, for a name or from an address, each further
 * one doubles the wait, up to five minutes. Who stays away for fifteen minutes is forgotten.
 */
public final class LoginThrottle {
  static final int FREE_FAILURES = 5;
  static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final Map<String, Failures> failures;

  /** Remembers at most {@code most} names and addresses; the longest untouched go first. */
  public LoginThrottle(InstantSource clock, int most) {
    this.clock = clock;
    this.failures =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > most;
          }
        };
  }

  private record Failures(int count, Instant last) {
    Duration waitAfter() {
      int doublings = Math.min(count - FREE_FAILURES, 30);
      if (doublings < 0) {
        return Duration.ZERO;
      }
      var wait = SHORTEST_WAIT.multipliedBy(1L << doublings);
      return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
  }

  /** How long this name, or this address, has to wait before its next attempt. */
  public synchronized Duration remaining(LoginAttempt attempt) {
    return attempt.keys().stream()
        .map(this::remaining)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Notes a wrong name or password. */
  public synchronized void failed(LoginAttempt attempt) {
    var now = clock.instant();
    for (var key : attempt.keys()) {
      int before = known(key).map(Failures::count).orElse(0);
      failures.put(key, new Failures(before + 1, now));
    }
  }

  /** Forgives what failed before. */
  public synchronized void succeeded(LoginAttempt attempt) {
    attempt.keys().forEach(failures::remove);
  }

  private Duration remaining(String key) {
    return known(key)
        .map(f -> Duration.between(clock.instant(), f.last().plus(f.waitAfter())))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  private Optional<Failures> known(String key) {
    return Optional.ofNullable(failures.get(key))
        .filter(f -> f.last().plus(FORGOTTEN_AFTER).isAfter(clock.instant()));
  }
}
