package io.roster.http.limit;

import io.roster.core.client.Tier;
import io.roster.core.uri.Network;
import java.util.List;
import java.util.Map;

/**
 * How often clients may register.
 *
 * @param perAddress for each address; an IPv6 address counts with all others of its /64
 * @param sharedNetworks networks whose addresses thousands of people share, as hosted clients do
 * @param perSharedNetwork for each of these
 * @param overall for all together
 * @param perTier for all clients of a tier, where it has a limit of its own
 */
public record RateLimits(
    Budget perAddress,
    List<String> sharedNetworks,
    Budget perSharedNetwork,
    Budget overall,
    Map<Tier, Budget> perTier) {
  /** Where Claude's hosted connectors come from. */
  public static final List<String> HOSTED_CONNECTORS = List.of("160.79.104.0/21");

  public RateLimits {
    sharedNetworks = List.copyOf(sharedNetworks);
    perTier = Map.copyOf(perTier);
    sharedNetworks.forEach(Network::parse);
  }

  /** Limits that no honest user meets. */
  public static RateLimits standard() {
    return new RateLimits(
        new Budget(60, 30),
        HOSTED_CONNECTORS,
        new Budget(1000, 600),
        new Budget(2000, 6000),
        Map.of());
  }
}
