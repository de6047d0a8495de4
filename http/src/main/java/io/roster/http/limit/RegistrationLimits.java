package io.roster.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.roster.core.client.Tier;
import io.roster.core.uri.Network;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts registrations, tried or done, against their budgets, RFC 7591 section 3. What it remembers
 * is bounded: with more addresses than that, the budget for all is what holds. Of several nodes
 * each has an equal share of every budget.
 */
public final class RegistrationLimits {
  private static final int MOST_ADDRESSES = 100_000;
  private static final int IPV4 = 4;
  private static final int SLASH_64 = 8;

  private final RateLimits limits;
  private final TimeMeter meter;
  private final IntSupplier nodes;
  private final Map<Network, SharedBucket> shared;
  private final Cache<String, SharedBucket> addresses;
  private final SharedBucket overall;
  private final Map<Tier, SharedBucket> tiers;
  private final LimitLog log;

  /** The limits of a node that is alone. */
  public RegistrationLimits(RateLimits limits, InstantSource clock) {
    this(limits, clock, () -> 1);
  }

  /** The limits of one of so many nodes as there are at each moment. */
  public RegistrationLimits(RateLimits limits, InstantSource clock, IntSupplier nodes) {
    this.limits = limits;
    this.nodes = nodes;
    this.meter = new ClockMeter(clock);
    this.shared =
        limits.sharedNetworks().stream()
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(
                    Network::parse, network -> bucket(limits.perSharedNetwork())));
    this.addresses = Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();
    this.overall = bucket(limits.overall());
    this.tiers =
        limits.perTier().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> bucket(entry.getValue())));
    this.log = new LimitLog(clock);
  }

  /** Takes one try of this address; returns how long to wait when there is none left. */
  public Optional<Duration> tryFrom(String address) {
    var mine = addresses.get(key(address), key -> bucketFor(address));
    var wait = take(mine);
    if (wait.isPresent()) {
      log.bites("of " + address);
      return wait;
    }
    var all = take(overall);
    all.ifPresent(ignored -> log.bites("of all together"));
    return all;
  }

  /** Takes one try of this tier; returns how long to wait when there is none left. */
  public Optional<Duration> tryAs(Tier tier) {
    var bucket = tiers.get(tier);
    var wait = bucket == null ? Optional.<Duration>empty() : take(bucket);
    wait.ifPresent(ignored -> log.bites("of tier " + tier.wireName()));
    return wait;
  }

  private Optional<Duration> take(SharedBucket bucket) {
    return bucket.take(nodes.getAsInt());
  }

  private SharedBucket bucketFor(String address) {
    return Network.address(address)
        .flatMap(
            bytes ->
                shared.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(bytes))
                    .map(Map.Entry::getValue)
                    .findFirst())
        .orElseGet(() -> bucket(limits.perAddress()));
  }

  private SharedBucket bucket(Budget budget) {
    return new SharedBucket(budget, nodes.getAsInt(), meter);
  }

  /** Whoever has one IPv6 address has all of its /64. */
  private static String key(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    return Network.address(address).map(RegistrationLimits::key).orElse(address);
  }

  private static String key(byte[] address) {
    return address.length == IPV4
        ? IntStream.range(0, IPV4)
            .mapToObj(i -> String.valueOf(address[i] & 0xff))
            .collect(Collectors.joining("."))
        : HexFormat.of().formatHex(Arrays.copyOf(address, SLASH_64));
  }

  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
