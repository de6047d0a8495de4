package io.roster.server.signin;

import io.roster.server.log.LogText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.ResourceAccessException;

/**
 * An identity provider that people may sign in with. What it says about itself is asked for when
 * someone first does, and now and then again; what was last known serves while it is away.
 */
final class Upstream {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.sign-in");
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration QUIET_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 32;
  private static final int LONGEST_MESSAGE = 300;
  private static final long PATIENCE_SECONDS = 5;

  private final String name;
  private final Discovery discovery;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ReentrantLock asking = new ReentrantLock();
  private volatile State state = new State(null, Instant.MIN);

  /** What is known, and until when nobody asks again. */
  private record State(@Nullable UpstreamConfiguration known, Instant until) {}

  Upstream(String name, Discovery discovery, InstantSource clock) {
    this.name = name;
    this.discovery = discovery;
    this.clock = clock;
  }

  String name() {
    return name;
  }

  /** What it says about itself; nothing when that can't be found out now. */
  Optional<UpstreamConfiguration> configuration() {
    if (clock.instant().isBefore(state.until())) {
      return Optional.ofNullable(state.known());
    }
    asking.lock();
    try {
      if (!clock.instant().isBefore(state.until())) {
        state = asked(state.known());
      }
      return Optional.ofNullable(state.known());
    } finally {
      asking.unlock();
    }
  }

  private State asked(@Nullable UpstreamConfiguration before) {
    try {
      return new State(discovery.fetch(), clock.instant().plus(FRESH));
    } catch (RuntimeException e) {
      warn("can't be discovered", e);
      return new State(before, clock.instant().plus(QUIET_AFTER_FAILURE));
    }
  }

  /** Calls it, with a bounded number of others; nothing when there are too many. */
  <T> Optional<T> busy(Supplier<T> call) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(call.get());
    } finally {
      places.release();
    }
  }

  /** Tells the operator; what the provider wrote is escaped and cut. */
  void warn(String what, Throwable cause) {
    var message = String.valueOf(cause.getMessage());
    var cut = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    LOG.warn("{} {}: {}", name, what, LogText.plain(cut));
  }

  void warn(String what) {
    LOG.warn("{} {}", name, LogText.plain(what));
  }

  static boolean isOutage(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(e -> e instanceof ResourceAccessException || e instanceof IOException);
  }
}
