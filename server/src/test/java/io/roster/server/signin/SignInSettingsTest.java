package io.roster.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignInSettingsTest {
  private static final String THERE = "roster.sign-in.providers.there.";

  @ParameterizedTest
  @CsvSource({
    "issuer, http://id.example.com",
    "issuer, https://user@id.example.com",
    "issuer, https://id.example.com/?a",
    "issuer, id.example.com",
    "client-id, ''",
    "client-secret-file, missing",
    "name, ' '",
    "scopes, email",
    "email-domains, '@example.com'",
    "parameters.redirect_uri, https://evil.example",
    "timeout, 0s"
  })
  void whatMakesNoSenseIsRefusedByName(String property, String value) {
    var settings = valid();
    settings.put(THERE + property, value);

    assertThatThrownBy(() -> provider(settings).secret())
        .hasStackTraceContaining("roster.sign-in.providers.*." + property.replaceAll("\\..*", ""));
  }

  @Test
  void aProviderNeedsAProperName() {
    assertThatThrownBy(() -> new SignInSettings(true, Map.of("A/b", provider(valid()))))
        .hasMessageContaining("roster.sign-in.providers");
  }

  @Test
  void someWayInMustBeLeft() {
    assertThatThrownBy(() -> new SignInSettings(false, Map.of()))
        .hasMessageContaining("roster.sign-in.passwords");
  }

  @Test
  void aSecretMayBeKeptInAFile(@TempDir Path directory) throws IOException {
    var file = Files.writeString(directory.resolve("secret"), "from the file\n");
    var settings = valid();
    settings.put(THERE + "client-secret-file", file.toString());

    assertThat(provider(settings).secret())
        .map(secret -> secret.reveal())
        .contains("from the file");
  }

  private static Map<String, String> valid() {
    return new HashMap<>(
        Map.of(THERE + "issuer", "https://id.example.com", THERE + "client-id", "roster"));
  }

  private static SignInSettings.Provider provider(Map<String, String> settings) {
    return bound(settings).providers().values().iterator().next();
  }

  private static SignInSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("roster.sign-in", Bindable.of(SignInSettings.class));
  }
}
