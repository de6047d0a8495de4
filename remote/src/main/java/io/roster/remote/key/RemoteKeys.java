package io.roster.remote.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import io.roster.remote.fetch.GuardedHttp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The keys behind every jwks_uri, RFC 7591 section 2: fetched when they are first needed, kept as
 * long as their host says within bounds, and fetched again when a key is asked for that is new.
 */
public final class RemoteKeys {
  private static final int MOST_SETS = 10_000;
  private static final Duration LAST_USE = Duration.ofDays(1);

  private final GuardedHttp http;
  private final InstantSource clock;
  private final Cache<String, RemoteKeySet> sets =
      Caffeine.newBuilder().maximumSize(MOST_SETS).expireAfterAccess(LAST_USE).build();

  public RemoteKeys(GuardedHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  /**
   * Returns the keys published there, fetching them if need be; nothing when they can't be had.
   *
   * @param kid the key that is wanted, for which a fresh set without it is fetched again
   */
  public Optional<JWKSet> find(String url, Optional<String> kid) {
    return set(url).find(kid);
  }

  /**
   * Returns the keys that are here already, and has what is missing or old fetched meanwhile; never
   * waits for anybody.
   */
  public Optional<JWKSet> known(String url, Optional<String> kid) {
    return set(url).known(kid);
  }

  private RemoteKeySet set(String url) {
    return sets.get(url, address -> new RemoteKeySet(address, http, clock));
  }
}
