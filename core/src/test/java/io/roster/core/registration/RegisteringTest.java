package io.roster.core.registration;

import static io.roster.core.Bodies.members;
import static io.roster.core.ObservedRoster.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.roster.core.ObservedRoster;
import io.roster.core.Roster;
import io.roster.core.event.ClientEvent;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.Rejected;
import io.roster.core.settings.LifeCycleSettings;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RegistrationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteringTest {
  private final ObservedRoster observed = ObservedRoster.standard();

  @Test
  void aClientIsStoredAndTheEventTold() {
    var registered = observed.registerSomeone();

    assertThat(observed.stored(registered)).isEqualTo(registered.client());
    assertThat(observed.events())
        .containsExactly(new ClientEvent.Registered(registered.client(), List.of()));
  }

  @Test
  void whatIsRegisteredIsWhatWasAmended() {
    var registered = observed.register("redirect_uris", List.of(REDIRECT), "scope", "");

    assertThat(registered.client().metadata().scope().text()).isEqualTo("read write");
    assertThat(registered.client().id().value()).matches("mcp-client-[0-9a-f]{32}");
    assertThat(registered.client().revision()).isEqualTo(1);
    assertThat(registered.client().issuedAt()).isEqualTo(observed.clock().instant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
  void aClientOfASecretMethodGetsASecretFor90Days(String method) {
    var registered = register(method);

    assertThat(registered.clientSecret()).isPresent();
    assertThat(registered.client().secret().orElseThrow().expiresAt())
        .contains(observed.clock().instant().plus(Duration.ofDays(90)));
  }

  @Test
  void aPublicClientGetsNoSecret() {
    var registered = register("none");

    assertThat(registered.clientSecret()).isEmpty();
    assertThat(registered.client().secret()).isEmpty();
  }

  @Test
  void aClientThatProvesItselfOtherwiseGetsNoSecret() {
    var registered =
        observed.register(
            "redirect_uris", List.of(REDIRECT),
            "token_endpoint_auth_method", "tls_client_auth",
            "tls_client_auth_san_dns", "client.example.com");

    assertThat(registered.clientSecret()).isEmpty();
    assertThat(registered.client().secret()).isEmpty();
  }

  @Test
  void theRegistrationTokenLastsADay() {
    var token = observed.registerSomeone().client().registrationToken();

    assertThat(token.expiresAt()).contains(observed.clock().instant().plus(Duration.ofHours(24)));
  }

  @Test
  void aLifetimeOfZeroMeansThatNothingExpires() {
    var standard = RegistrationSettings.standard(ObservedRoster.ISSUER);
    var eternal =
        ObservedRoster.with(
            new RegistrationSettings(
                standard.issuer(),
                standard.defaultScope(),
                Duration.ZERO,
                Duration.ZERO,
                standard.clientIdPrefix(),
                standard.redirectSchemes(),
                standard.limits(),
                standard.mcpVersion(),
                standard.mcpCapabilities(),
                PolicySettings.standard(),
                LifeCycleSettings.standard()));

    var registered = eternal.registerSomeone();
    eternal.clock().advance(Duration.ofDays(36_500));

    assertThat(registered.client().secret().orElseThrow().expiresAt()).isEmpty();
    assertThat(registered.client().registrationToken().expiresAt()).isEmpty();
    assertThat(eternal.access(registered).client()).isEqualTo(registered.client());
  }

  @Test
  void credentialsAreKeptAsDigestsOnly() {
    var registered = observed.registerSomeone();
    var secret = registered.clientSecret().orElseThrow();
    var token = registered.registrationToken().orElseThrow();
    var stored = observed.stored(registered);

    assertThat(observed.roster().digester().matches(secret, stored.secret().orElseThrow().digest()))
        .isTrue();
    for (var seen : List.of(stored, registered, observed.events(), observed.access(registered))) {
      assertThat(seen.toString()).doesNotContain(secret.reveal()).doesNotContain(token.reveal());
    }
  }

  @Test
  void noTwoClientsShareAnIdentifierOrASecret() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      var registered = observed.registerSomeone();

      assertThat(seen.add(registered.client().id().value())).isTrue();
      assertThat(seen.add(registered.clientSecret().orElseThrow().reveal())).isTrue();
      assertThat(seen.add(registered.registrationToken().orElseThrow().reveal())).isTrue();
    }
  }

  @Test
  void aClientChoosesNoneOfItsCredentials() {
    var registered =
        observed.register(
            "redirect_uris", List.of(REDIRECT),
            "client_id", "i-want-this-id",
            "client_secret", "i-want-this-secret",
            "client_id_issued_at", 1,
            "client_secret_expires_at", 0,
            "registration_access_token", "mine",
            "registration_client_uri", "https://evil.example/");

    assertThat(registered.client().id().value()).startsWith("mcp-client-");
    assertThat(registered.clientSecret().orElseThrow().reveal()).isNotEqualTo("i-want-this-secret");
    assertThat(registered.client().issuedAt()).isAfter(Instant.EPOCH.plusSeconds(1));
    assertThat(registered.client().metadata().toJson().values())
        .doesNotContainKeys("client_id", "client_secret", "registration_access_token");
  }

  @Test
  void oneSoftwareMayRegisterAnyNumberOfTimes() {
    for (int i = 0; i < 3; i++) {
      var registered =
          observed.register(
              "redirect_uris", List.of("http://localhost:3334/oauth/callback"),
              "software_id", "2e6dc280-f3c3-4e01-99a7-8181dbd1d23d",
              "software_version", "0.1.38");

      assertThat(observed.stored(registered)).isNotNull();
    }
    assertThat(observed.store().firstPage(10)).hasSize(3);
  }

  @Test
  void aRefusedClientIsNotStoredAndTheEventTold() {
    var outcome = observed.roster().registrar().register(ClientMetadata.EMPTY);

    assertThat(outcome).isInstanceOf(Rejected.class);
    assertThat(observed.store().firstPage(10)).isEmpty();
    assertThat(observed.events())
        .containsExactly(new ClientEvent.RegistrationRejected(((Rejected) outcome).findings()));
  }

  @Test
  void aRejectionGivesAReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rejected(List.of()));
  }

  @Test
  void rulesOfOnesOwnRunBehindTheStandardOnesAndSeeTheDefaults() {
    var seen = new ArrayList<Candidate>();
    RegistrationPolicy own =
        candidate -> {
          seen.add(candidate);
          return List.of(Violation.metadata("client_name", "ask the operator first"));
        };
    var roster =
        Roster.builder(RegistrationSettings.standard(ObservedRoster.ISSUER))
            .policies(List.of(own))
            .build();

    var outcome = roster.registrar().register(ClientMetadata.redirectingTo(REDIRECT));

    assertThat(outcome).isInstanceOf(Rejected.class);
    assertThat(seen).singleElement().matches(c -> c.metadata().get(Members.SCOPE).isPresent());
  }

  @Test
  void aRegistryIsOneLineAway() {
    var roster = Roster.create(ObservedRoster.ISSUER);
    var outcome = roster.registrar().register(ObservedRoster.metadata(body()));

    var client = ((Registered) outcome).client();

    assertThat(roster.clients().find(client.id())).contains(client);
    assertThat(roster.settings()).isEqualTo(RegistrationSettings.standard(ObservedRoster.ISSUER));
  }

  private static Json.Members body() {
    return members("redirect_uris", List.of(REDIRECT));
  }

  private Registered register(String method) {
    return observed.register(
        "redirect_uris", List.of(REDIRECT), "token_endpoint_auth_method", method);
  }
}
