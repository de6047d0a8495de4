package io.roster.spring.config;

import io.roster.spring.client.ClientCache;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Clients kept in memory for authorizations and tokens; {@code roster.client-cache.*}.
 *
 * @param size how many clients of usual size are kept at most, from 0 (none) to 1000000
 * @param life how long one is kept should its change be missed, from 1s to 1h
 */
@ConfigurationProperties("roster.client-cache")
public record ClientCacheProperties(
    @DefaultValue("10000") int size, @DefaultValue("60s") Duration life) {
  private static final int MOST = 1_000_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  public ClientCacheProperties {
    if (size < 0 || size > MOST) {
      throw new IllegalArgumentException("roster.client-cache.size must be from 0 to " + MOST);
    }
    if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("roster.client-cache.life must be from 1s to 1h");
    }
  }

  ClientCache toCache() {
    return new ClientCache(size, life);
  }
}
