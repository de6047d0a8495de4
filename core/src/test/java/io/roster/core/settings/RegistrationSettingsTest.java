package io.roster.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.roster.core.metadata.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationSettingsTest {
  private static final RegistrationSettings STANDARD =
      RegistrationSettings.standard(URI.create("https://as.example.com"));

  @Test
  void theDefaultsAreThoseOfTheReference() {
    assertThat(STANDARD.defaultScope().text()).isEqualTo("read write");
    assertThat(STANDARD.clientSecretLifetime()).isEqualTo(Duration.ofDays(90));
    assertThat(STANDARD.registrationTokenLifetime()).isEqualTo(Duration.ofDays(1));
    assertThat(STANDARD.clientIdPrefix()).isEqualTo("mcp-client-");
    assertThat(STANDARD.mcpVersion()).contains("2024-11-05");
    assertThat(STANDARD.mcpCapabilities()).containsExactly("resources", "tools", "prompts");
    assertThat(STANDARD.redirectSchemes()).isEqualTo(RedirectSchemes.KNOWN_APPS);
  }

  @ParameterizedTest
  @CsvSource({
    "https://as.example.com,         https://as.example.com/oauth/register",
    "https://as.example.com/,        https://as.example.com/oauth/register",
    "https://as.example.com/t1,      https://as.example.com/t1/oauth/register",
    "https://as.example.com/t1/,     https://as.example.com/t1/oauth/register",
    "http://localhost:8080,          http://localhost:8080/oauth/register"
  })
  void theRegistrationEndpointLiesBelowTheIssuer(URI issuer, String endpoint) {
    assertThat(RegistrationSettings.standard(issuer).registrationEndpoint()).isEqualTo(endpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/relative",
        "as.example.com",
        "ftp://as.example.com",
        "https:///x",
        "https:as.example.com",
        "https://as.example.com?x=1",
        "https://as.example.com#x",
        "https://u@as.example.com",
        "mailto:as@example.com"
      })
  void anIssuerIsACleanWebAddress(String issuer) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegistrationSettings.standard(URI.create(issuer)))
        .withMessageStartingWith("roster.issuer must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\"b", "caf\u00e9"})
  void aDefaultScopeHasTokensThatAClientCanAskFor(String scope) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Scope.of(scope), Duration.ZERO, Duration.ZERO, "p"))
        .withMessageStartingWith("roster.default-scope must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "PT0.5S", "P3651D"})
  void aLifetimeIsZeroToTenYearsInWholeSeconds(Duration lifetime) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(STANDARD.defaultScope(), lifetime, Duration.ZERO, "p"))
        .withMessage("roster.client-secret-lifetime must be 0 to 3650 days in whole seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(STANDARD.defaultScope(), Duration.ZERO, lifetime, "p"))
        .withMessage("roster.registration-token-lifetime must be 0 to 3650 days in whole seconds");
  }

  @Test
  void theEdgesOfALifetimeAreAllowed() {
    var settings =
        settings(STANDARD.defaultScope(), Duration.ofSeconds(1), Duration.ofDays(3650), "");

    assertThat(settings.clientSecretLifetime()).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://", "a b", "a/b", "a:b", "123456789012345678901234567890123"})
  void aPrefixCanNotPassForTheAddressOfAMetadataDocument(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(STANDARD.defaultScope(), Duration.ZERO, Duration.ZERO, prefix))
        .withMessageStartingWith("roster.client-id-prefix must be");
  }

  @Test
  void theMcpDefaultsAreValuesThatTheRulesAccept() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mcp(Optional.of("<b>"), List.of()))
        .withMessageStartingWith("roster.mcp-version must be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mcp(Optional.empty(), List.of("tools", "")))
        .withMessageStartingWith("roster.mcp-capabilities must be");
    assertThat(mcp(Optional.empty(), List.of()).mcpVersion()).isEmpty();
  }

  private static RegistrationSettings settings(
      Scope scope, Duration secret, Duration token, String prefix) {
    return new RegistrationSettings(
        STANDARD.issuer(),
        scope,
        secret,
        token,
        prefix,
        RedirectSchemes.STRICT,
        Limits.standard(),
        Optional.empty(),
        List.of(),
        PolicySettings.standard(),
        LifeCycleSettings.standard());
  }

  private static RegistrationSettings mcp(Optional<String> version, List<String> capabilities) {
    return new RegistrationSettings(
        STANDARD.issuer(),
        STANDARD.defaultScope(),
        Duration.ZERO,
        Duration.ZERO,
        "",
        RedirectSchemes.STRICT,
        Limits.standard(),
        version,
        capabilities,
        PolicySettings.standard(),
        LifeCycleSettings.standard());
  }
}
