package io.roster.spring.config;

import io.roster.spring.consent.ConsentRules;
import io.roster.spring.consent.ConsentRules.SkipPage;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are asked again, below {@code roster.consent.}.
 *
 * @param skipPage whose people are not asked again for what they allowed before
 * @param rememberedFor how long what a person allowed is remembered
 */
@ConfigurationProperties("roster.consent")
public record ConsentProperties(
    @DefaultValue("proven") SkipPage skipPage, @DefaultValue("90d") Duration rememberedFor) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(3650);

  public ConsentProperties {
    if (rememberedFor.compareTo(LEAST) < 0 || rememberedFor.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "roster.consent.remembered-for must be between 1s and 3650d");
    }
  }

  ConsentRules toRules() {
    return new ConsentRules(rememberedFor, skipPage);
  }
}
