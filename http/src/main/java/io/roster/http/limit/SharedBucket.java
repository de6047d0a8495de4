package io.roster.http.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import java.util.Optional;

/**
 * This node's share of one budget. All nodes together give what the budget says, except that each
 * lets at least one in at once.
 */
final class SharedBucket {
  private final Budget budget;
  private final Bucket bucket;
  private volatile int nodes;

  SharedBucket(Budget budget, int nodes, TimeMeter meter) {
    this.budget = budget;
    this.nodes = nodes;
    this.bucket =
        Bucket.builder().addLimit(share(budget, nodes)).withCustomTimePrecision(meter).build();
  }

  /** Takes one try, as one of so many nodes; returns how long to wait when there is none left. */
  Optional<Duration> take(int among) {
    if (nodes != among) {
      divide(among);
    }
    if (bucket.tryConsume(1)) {
      return Optional.empty();
    }
    var probe = bucket.estimateAbilityToConsume(1);
    return Optional.of(Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
  }

  /** What is left grows or shrinks with the share, so that coming and going gives nobody more. */
  private synchronized void divide(int among) {
    if (nodes != among) {
      bucket.replaceConfiguration(
          BucketConfiguration.builder().addLimit(share(budget, among)).build(),
          TokensInheritanceStrategy.PROPORTIONALLY);
      nodes = among;
    }
  }

  private static Bandwidth share(Budget budget, int nodes) {
    return Bandwidth.builder()
        .capacity(Math.max(1, budget.burst() / nodes))
        .refillGreedy(budget.perMinute(), Duration.ofMinutes(nodes))
        .build();
  }
}
