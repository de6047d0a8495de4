package io.roster.server.admin.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.admin.setting.SettingsInForce.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsInForceTest {
  private static final Pattern PLAIN = Pattern.compile("\\| `(roster\\.[a-z.-]+)` \\|");

  @Test
  void everySettingOfTheDocumentationIsThere() throws IOException {
    var page = Files.readString(Path.of("../docs/settings.md"));

    var documented = PLAIN.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(KnownSettings.all().keySet()).containsAll(documented);
  }

  @Test
  void theFirstPlaceThatHasItCounts() {
    var settings =
        settings(
            Map.of("roster.port", "1"),
            Map.of("ROSTER_PORT", "2", "ROSTER_ACCESSTOKENLIFETIME", "9m"));

    assertThat(one(settings, "roster.port"))
        .isEqualTo(new Setting("roster.port", "1", "8080", "command line", false));
    assertThat(one(settings, "roster.access-token-lifetime").value()).isEqualTo("9m");
    assertThat(one(settings, "roster.access-token-lifetime").usual()).isEqualTo("5m");
    assertThat(one(settings, "roster.access-token-lifetime").source())
        .contains("ROSTER_ACCESSTOKENLIFETIME");
    assertThat(one(settings, "roster.refresh-token-lifetime").source()).isEqualTo("default");
  }

  @Test
  void whatAnOperatorNamesIsThereAtItsPlace() {
    var settings =
        settings(
            Map.of(
                "roster.policy.modes.no-approval-needed", "warn",
                "roster.policy.tiers.open.quota", "7",
                "roster.resources[0].uri", "https://mcp.example",
                "roster.mcp-capabilities[0]", "tools"),
            Map.of("ROSTER_WEBHOOKS_SIEM_URL", "https://siem.example/hook"));

    assertThat(one(settings, "roster.policy.modes.no-approval-needed").value()).isEqualTo("warn");
    assertThat(one(settings, "roster.policy.tiers.open.quota").value()).isEqualTo("7");
    assertThat(one(settings, "roster.resources[0].uri").value()).isEqualTo("https://mcp.example");
    assertThat(one(settings, "roster.mcp-capabilities[0]").value()).isEqualTo("tools");
    assertThat(settings).doesNotContainKey("roster.mcp-capabilities");
    assertThat(one(settings, "roster.webhooks.siem.url").value())
        .isEqualTo("https://siem.example/hook");
  }

  @Test
  void secretsStayWhereTheyAre() {
    var settings =
        settings(
            Map.of(
                "roster.pepper", "hush-1",
                "roster.audit.key", "hush-2",
                "roster.database", "jdbc:postgresql://me:hush-3@db/roster?password=hush-4&ssl=true",
                "roster.sign-in.providers.acme.client-secret", "hush-5"),
            Map.of("ROSTER_WEBHOOKS_SIEM_SECRET", "hush-6", "ROSTER_TOKEN", "hush-7"));

    assertThat(settings.values()).extracting(Setting::value).noneMatch(v -> v.contains("hush"));
    assertThat(one(settings, "roster.database").value())
        .isEqualTo("jdbc:postgresql://…@db/roster?password=…&ssl=true");
    assertThat(one(settings, "roster.webhooks.siem.secret").secret()).isTrue();
    assertThat(settings).doesNotContainKey("roster.token");
  }

  private static Setting one(Map<String, Setting> settings, String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  private static Map<String, Setting> settings(
      Map<String, Object> commandLine, Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    var sources = environment.getPropertySources();
    sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    sources.replace(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    sources.addFirst(new MapPropertySource("commandLineArgs", commandLine));
    ConfigurationPropertySources.attach(environment);
    var byName = new LinkedHashMap<String, Setting>();
    new SettingsInForce(environment).all().forEach(setting -> byName.put(setting.name(), setting));
    return byName;
  }
}
