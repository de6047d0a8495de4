package io.roster.spring.config;

import io.roster.core.profile.Profiles;
import io.roster.http.JacksonJson;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The applications we know; whoever defines a bean of their own decides alone. */
@AutoConfiguration(before = RosterAutoConfiguration.class)
public class RosterProfilesAutoConfiguration {
  public RosterProfilesAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Profiles rosterProfiles() {
    return Profiles.shipped(new JacksonJson());
  }
}
