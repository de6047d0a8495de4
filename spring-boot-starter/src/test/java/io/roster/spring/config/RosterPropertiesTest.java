package io.roster.spring.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.grant.GrantStore;
import io.roster.core.grant.InMemoryGrantStore;
import io.roster.core.settings.Limits;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.spring.endpoint.ServerMetadata;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.grant.JdbcGrantStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RosterPropertiesTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RosterStoreAutoConfiguration.class, RosterAutoConfiguration.class));

  @Test
  void theDefaultsAreThoseOfTheReference() {
    application.run(
        context -> {
          var settings = context.getBean(RegistrationSettings.class);
          var standard = RegistrationSettings.standard(URI.create("http://localhost:8080"));

          assertThat(settings).isEqualTo(standard);
          assertThat(settings.limits()).isEqualTo(Limits.standard());
          assertThat(context.getBean(ClientStore.class)).isInstanceOf(InMemoryClientStore.class);
          assertThat(context.getBean(GrantStore.class)).isInstanceOf(InMemoryGrantStore.class);
        });
  }

  @Test
  void theNamesOfTheContractAreUnderstood() {
    application
        .withPropertyValues(
            "roster.issuer=https://auth.example/t1",
            "roster.default-scope=mcp",
            "roster.client-secret-lifetime=0",
            "roster.registration-token-lifetime=36h",
            "roster.redirect-schemes=strict",
            "roster.client-id-prefix=c-",
            "roster.limits.redirect-uris=3",
            "roster.mcp-version=",
            "roster.pepper=0123456789abcdef",
            "roster.registration.mode=closed")
        .run(
            context -> {
              var settings = context.getBean(RegistrationSettings.class);
              var metadata = context.getBean(ServerMetadata.class);

              assertThat(settings.issuer()).hasToString("https://auth.example/t1");
              assertThat(settings.clientSecretLifetime()).isZero();
              assertThat(settings.registrationTokenLifetime()).isEqualTo(Duration.ofHours(36));
              assertThat(settings.limits().redirectUris()).isEqualTo(3);
              assertThat(settings.mcpVersion()).isEmpty();
              assertThat(context.getBean(RosterProperties.class).toString())
                  .doesNotContain("0123456789abcdef");
              assertThat(metadata.byPath().values())
                  .allSatisfy(
                      document ->
                          assertThat(document.values()).doesNotContainKey("registration_endpoint"));
            });
  }

  @Test
  void theIssuerFollowsThePort() {
    application
        .withPropertyValues("server.port=9321")
        .run(
            context ->
                assertThat(context.getBean(RegistrationSettings.class).issuer())
                    .hasToString("http://localhost:9321"));
  }

  @Test
  void dataIsKeptInOneFileOfTheDirectory(@TempDir Path directory) {
    application
        .withPropertyValues("roster.data=" + directory.resolve("new"))
        .run(
            context -> {
              assertThat(context.getBean(ClientStore.class)).isInstanceOf(JdbcClientStore.class);
              assertThat(context.getBean(GrantStore.class)).isInstanceOf(JdbcGrantStore.class);
              assertThat(Files.exists(directory.resolve("new/roster.db"))).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, ftp://x",
    "issuer, https://x/?q",
    "default-scope, ' '",
    "client-secret-lifetime, -1s",
    "registration-token-lifetime, 4000d",
    "client-id-prefix, https://x",
    "access-token-lifetime, 1s",
    "access-token-lifetime, 2d",
    "refresh-token-lifetime, 1s",
    "authorization-code-lifetime, 11m",
    "consent-lifetime, 1s",
    "limits.redirect-uris, 0",
    "limits.entries, 10001",
    "pepper, short",
    "policy.tiers.open.grant-types, client_credentials",
    "policy.tiers.token.grant-types, password",
    "policy.tiers.open.quota, -1",
    "policy.tiers.statement.scope-ceiling, 'a\"b'",
    "policy.tiers.administrator.client-secret-lifetime, -1s",
    "policy.modes.redirect-uri-transport, warn",
    "policy.modes.no-approval-needed, reject"
  })
  void nonsenseRefusesTheStartByTheName(String property, String value) {
    application
        .withPropertyValues("roster." + property + "=" + value)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("roster." + property + " must "));
  }

  @ParameterizedTest
  @CsvSource({"registration.mode, maybe", "redirect-schemes, all", "limits.entries, many"})
  void valuesThatCantBeReadRefuseTheStart(String property, String value) {
    application
        .withPropertyValues("roster." + property + "=" + value)
        .run(context -> assertThat(context).hasFailed());
  }
}
