package io.roster.spring.config;

import io.roster.core.statement.SoftwareStatements;
import io.roster.remote.fetch.GuardedHttp;
import io.roster.remote.key.RemoteKeys;
import io.roster.remote.statement.SignedStatements;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What is fetched from strangers, and whose statements count. */
@AutoConfiguration(
    after = RosterStoreAutoConfiguration.class,
    before = RosterAutoConfiguration.class)
@EnableConfigurationProperties({RemoteProperties.class, StatementProperties.class})
public class RosterRemoteAutoConfiguration {
  public RosterRemoteAutoConfiguration() {}

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  GuardedHttp guardedHttp(RemoteProperties properties) {
    return new GuardedHttp(properties.toRemoteSettings());
  }

  @Bean
  @ConditionalOnMissingBean
  RemoteKeys remoteKeys(GuardedHttp http, InstantSource clock) {
    return new RemoteKeys(http, clock);
  }

  @Bean
  @ConditionalOnMissingBean
  SoftwareStatements softwareStatements(
      StatementProperties properties, RemoteKeys keys, InstantSource clock) {
    return new SignedStatements(properties.toTrustedIssuers(keys), clock);
  }
}
