package io.roster.remote.key;

import com.nimbusds.jose.jwk.JWKSet;
import io.roster.remote.fetch.Fetch;
import io.roster.remote.fetch.GuardedHttp;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The keys behind one address: at most one fetch at a time, and none too soon after another. */
final class RemoteKeySet {
  private static final System.Logger LOG = System.getLogger("io.roster.remote");
  private static final int LARGEST = 64 * 1024;
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  /** How long a set outlives its host's outage. */
  private static final Duration LAST_GOOD = Duration.ofHours(24);

  private final String url;
  private final GuardedHttp http;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state = new State(Optional.empty(), Instant.MIN, Instant.MIN, Instant.MIN);

  /**
   * What is known.
   *
   * @param staleAt when the set should be fetched again
   * @param uselessAt when it must not be used any more
   * @param nextFetch before when nobody is asked again
   */
  private record State(
      Optional<JWKSet> keys, Instant staleAt, Instant uselessAt, Instant nextFetch) {
    Optional<JWKSet> usable(Instant now) {
      return now.isBefore(uselessAt) ? keys : Optional.empty();
    }

    boolean needsFetch(Optional<String> kid, Instant now) {
      boolean missing = kid.filter(id -> !has(id)).isPresent();
      boolean old = keys.isEmpty() || !now.isBefore(staleAt);
      return (old || missing) && !now.isBefore(nextFetch);
    }

    private boolean has(String kid) {
      return keys.filter(set -> set.getKeyByKeyId(kid) != null).isPresent();
    }
  }

  RemoteKeySet(String url, GuardedHttp http, InstantSource clock) {
    this.url = url;
    this.http = http;
    this.clock = clock;
  }

  Optional<JWKSet> find(Optional<String> kid) {
    if (state.needsFetch(kid, clock.instant())) {
      fetching.lock();
      try {
        // Whoever held the lock may have brought what is needed.
        if (state.needsFetch(kid, clock.instant())) {
          fetch();
        }
      } finally {
        fetching.unlock();
      }
    }
    return state.usable(clock.instant());
  }

  Optional<JWKSet> known(Optional<String> kid) {
    if (state.needsFetch(kid, clock.instant()) && !fetching.isLocked()) {
      Thread.ofVirtual().name("fetch-keys").start(() -> find(kid));
    }
    return state.usable(clock.instant());
  }

  private void fetch() {
    var keys =
        switch (http.get(url, LARGEST)) {
          case Fetch.Failed(var reason) -> failed(reason);
          case Fetch.Refused refused -> failed(refused.reason());
          case Fetch.Fetched(var body, var mediaType, var freshFor) -> read(body, freshFor);
        };
    state = keys;
  }

  private State read(String body, Optional<Duration> freshFor) {
    var keys = PublishedKeys.read(body);
    if (keys.isEmpty()) {
      return failed("no JSON Web Key Set with a key that can verify a signature");
    }
    var now = clock.instant();
    var fresh = within(freshFor.orElse(USUAL));
    return new State(keys, now.plus(fresh), now.plus(fresh).plus(LAST_GOOD), now.plus(PAUSE));
  }

  /** Keeps the last good copy; its host is asked again after a pause. */
  private State failed(String reason) {
    LOG.log(Level.WARNING, "no keys from {0}: {1}", url, reason);
    var last = state;
    return new State(last.keys(), last.staleAt(), last.uselessAt(), clock.instant().plus(PAUSE));
  }

  private static Duration within(Duration asked) {
    if (asked.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
