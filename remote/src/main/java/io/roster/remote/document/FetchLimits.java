package io.roster.remote.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.roster.core.cimd.DocumentUrl;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;

/** How often strangers are asked: one host, and all for the sake of clients nobody knows. */
public final class FetchLimits {
  private static final int MOST_HOSTS = 10_000;
  private static final Duration LAST_USE = Duration.ofMinutes(10);

  private final int perHost;
  private final InstantSource clock;
  private final Allowance unknown;
  private final Predicate<DocumentUrl> familiar;
  private final Cache<String, Allowance> hosts =
      Caffeine.newBuilder().maximumSize(MOST_HOSTS).expireAfterAccess(LAST_USE).build();

  /**
   * Allows so many fetches a minute; throws IllegalArgumentException where that makes no sense.
   *
   * @param familiar documents of applications we know, which strangers' requests can't crowd out
   */
  public FetchLimits(
      int perHost, int unknown, Predicate<DocumentUrl> familiar, InstantSource clock) {
    demand("fetches-per-host", perHost);
    demand("fetches-overall", unknown);
    this.perHost = perHost;
    this.familiar = familiar;
    this.clock = clock;
    this.unknown = new Allowance(unknown, clock.instant());
  }

  /** Whether a host may be asked for this document now. */
  boolean allow(DocumentUrl url, boolean known) {
    var now = clock.instant();
    var own = hosts.get(url.host(), name -> new Allowance(perHost, now));
    return own.take(now) && (known || familiar.test(url) || unknown.take(now));
  }

  private static void demand(String property, int value) {
    if (value < 1 || value > 100_000) {
      throw new IllegalArgumentException("roster.cimd." + property + " must be 1 to 100000");
    }
  }
}
