package io.roster.spring.config;

import io.roster.core.profile.Profiles;
import io.roster.http.JacksonJson;
import io.roster.spring.operator.OperatorProfiles;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The applications we know; whoever defines a bean of their own decides alone. */
@AutoConfiguration(before = RosterAutoConfiguration.class)
@EnableConfigurationProperties(PolicyProperties.class)
public class RosterProfilesAutoConfiguration {
  public RosterProfilesAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Profiles rosterProfiles(PolicyProperties policies) {
    var json = new JacksonJson();
    var shipped = Profiles.shipped(json);
    var file = policies.profilesFile();
    return file == null ? shipped : OperatorProfiles.over(shipped, file, json);
  }
}
