package io.roster.spring.config;

import io.roster.core.client.Tier;
import io.roster.http.limit.Budget;
import io.roster.http.limit.RateLimits;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.rate-limit.}: how often clients may register.
 *
 * @param enabled whether anything is limited
 * @param perAddress for each address; an IPv6 address counts with all others of its /64
 * @param sharedNetworks networks whose addresses thousands of people share
 * @param perSharedNetwork for each of these
 * @param overall for all together
 * @param tiers for all clients of one tier
 */
@ConfigurationProperties("roster.rate-limit")
public record RateLimitProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("60/30") String perAddress,
    @DefaultValue("160.79.104.0/21") List<String> sharedNetworks,
    @DefaultValue("1000/600") String perSharedNetwork,
    @DefaultValue("2000/6000") String overall,
    @DefaultValue Map<Tier, String> tiers) {
  RateLimits toRateLimits() {
    return new RateLimits(
        budget("per-address", perAddress),
        networks(),
        budget("per-shared-network", perSharedNetwork),
        budget("overall", overall),
        tiers.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> budget("tiers." + entry.getKey().wireName(), entry.getValue()))));
  }

  private List<String> networks() {
    for (var network : sharedNetworks) {
      if (!network.matches("[0-9a-fA-F:.]{2,45}(/\\d{1,3})?")) {
        throw new IllegalArgumentException(
            "roster.rate-limit.shared-networks must be addresses or networks such as 10.0.0.0/8");
      }
    }
    return sharedNetworks;
  }

  /** Reads 60/30: sixty at once, thirty a minute on the long run. */
  private static Budget budget(String property, String text) {
    try {
      var numbers = text.split("/", 2);
      return new Budget(Integer.parseInt(numbers[0].strip()), Integer.parseInt(numbers[1].strip()));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "roster.rate-limit."
              + property
              + " must be BURST/PER-MINUTE, each between 1 and 1000000, such as 60/30",
          e);
    }
  }
}
