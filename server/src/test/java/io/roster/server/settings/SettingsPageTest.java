package io.roster.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.signin.SignInSettings;
import io.roster.server.trace.TracingSettings;
import io.roster.server.webhook.WebhookSettings;
import io.roster.spring.audit.AuditProperties;
import io.roster.spring.config.CimdProperties;
import io.roster.spring.config.ClientCacheProperties;
import io.roster.spring.config.ConsentProperties;
import io.roster.spring.config.LifeCycleProperties;
import io.roster.spring.config.PolicyProperties;
import io.roster.spring.config.RateLimitProperties;
import io.roster.spring.config.RemoteProperties;
import io.roster.spring.config.ResourceProperties;
import io.roster.spring.config.RosterProperties;
import io.roster.spring.config.StatementProperties;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Pattern PROPERTY =
      Pattern.compile("\\| `(roster\\.[a-zA-Z.-]+?)(?:\\.\\*)?` \\|");

  @Test
  void thePageListsEverySettingThereIsAndNoOther() throws IOException {
    var page = Files.readString(Path.of("../docs/settings.md"));

    var listed = PROPERTY.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(settings());
  }

  private static List<String> settings() {
    return Stream.of(
            properties("roster", RosterProperties.class),
            properties("roster", ServerSettings.class),
            properties("roster.audit", AuditProperties.class),
            properties("roster.tracing", TracingSettings.class),
            properties("roster.webhooks.N", WebhookSettings.Webhook.class),
            properties("roster.cimd", CimdProperties.class),
            properties("roster", ResourceProperties.class)
                .filter(name -> !name.equals("roster.resources")),
            properties("roster.consent", ConsentProperties.class),
            properties("roster.resources.N", ResourceProperties.Known.class),
            properties("roster.client-cache", ClientCacheProperties.class),
            properties("roster.life-cycle", LifeCycleProperties.class),
            properties("roster.policy", PolicyProperties.class),
            properties("roster.rate-limit", RateLimitProperties.class),
            properties("roster.remote", RemoteProperties.class),
            properties("roster.sign-in", SignInSettings.class),
            properties("roster.sign-in.providers.NAME", SignInSettings.Provider.class),
            properties("roster.statements.issuers.N", StatementProperties.Issuer.class),
            properties("roster.policy.tiers.TIER", PolicyProperties.TierProperties.class))
        .flatMap(Function.identity())
        .filter(name -> !name.equals("roster.policy.tiers"))
        .filter(name -> !name.equals("roster.sign-in.providers"))
        .distinct()
        .toList();
  }

  private static Stream<String> properties(String prefix, Class<?> settings) {
    return Arrays.stream(settings.getRecordComponents())
        .flatMap(component -> properties(prefix, component));
  }

  private static Stream<String> properties(String prefix, RecordComponent component) {
    var name = prefix + "." + dashed(component.getName());
    return component.getType().isRecord() ? properties(name, component.getType()) : Stream.of(name);
  }

  private static String dashed(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
