package io.roster.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RegistrationSettings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Idempotent registration, for those who switch it on. */
class SharedRegistrationsTest {
  private final ObservedRoster observed =
      ObservedRoster.with(
          RegistrationSettings.standard(ObservedRoster.ISSUER)
              .withPolicies(new PolicySettings(Map.of(), Map.of(), List.of(), true, false, 0)));

  @Test
  void equalPublicClientsAreOneWhateverPortTheyGot() {
    var first = publicClient("http://localhost:1111/cb");
    var second = publicClient("http://localhost:2222/cb");

    assertThat(second.client()).isEqualTo(first.client());
    assertThat(observed.store().firstPage(9)).hasSize(1);
    assertThat(observed.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Registered", "Shared");
    assertThat(observed.events()).endsWith(new ClientEvent.Shared(first.client()));
  }

  @Test
  void nobodyMayChangeWhatIsShared() {
    assertThat(publicClient("http://localhost/cb").registrationToken()).isEmpty();
    assertThat(publicClient("http://localhost/cb").registrationToken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/other",
    "http://127.0.0.1/cb",
    "https://localhost/cb",
    "https://a.example:1/cb"
  })
  void otherRedirectUrisAreOtherClients(String uri) {
    var one = publicClient("http://localhost/cb");

    assertThat(publicClient(uri).client().id()).isNotEqualTo(one.client().id());
  }

  @Test
  void aPortThatMattersIsCompared() {
    var one = publicClient("https://a.example:1/cb");

    assertThat(publicClient("https://a.example:2/cb").client().id())
        .isNotEqualTo(one.client().id());
  }

  @Test
  void confidentialClientsAreNeverShared() {
    var one = observed.registerSomeone();
    var other = observed.registerSomeone();

    assertThat(other.client().id()).isNotEqualTo(one.client().id());
    assertThat(other.registrationToken()).isPresent();
  }

  @Test
  void clientsOfOtherTiersAreNeverShared() {
    var body = metadata("http://localhost/cb");
    var registrar = observed.roster().registrar();

    var one = (Registered) registrar.register(body, Admitted.of(Tier.TOKEN));
    var other = (Registered) registrar.register(body, Admitted.of(Tier.TOKEN));

    assertThat(other.client().id()).isNotEqualTo(one.client().id());
  }

  @Test
  void ofManyAtOnceOneIsStored() throws Exception {
    Callable<Registered> registering = () -> publicClient("http://localhost/cb");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(Collections.nCopies(50, registering))) {
        assertThat(done.get().client().state()).isEqualTo(ClientState.ACTIVE);
      }
    }

    assertThat(observed.store().firstPage(99)).hasSize(1);
  }

  @Test
  void unlessSwitchedOnEveryRegistrationIsItsOwn() {
    var usual = ObservedRoster.standard();
    var body = metadata("http://localhost/cb");

    usual.roster().registrar().register(body);
    usual.roster().registrar().register(body);

    assertThat(usual.store().firstPage(9)).hasSize(2);
  }

  private Registered publicClient(String uri) {
    return (Registered) observed.roster().registrar().register(metadata(uri));
  }

  private static ClientMetadata metadata(String uri) {
    return ObservedRoster.metadata(
        Bodies.members(
            "redirect_uris",
            List.of(uri),
            "token_endpoint_auth_method",
            "none",
            "client_name",
            "Editor"));
  }
}
