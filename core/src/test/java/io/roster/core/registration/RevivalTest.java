package io.roster.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.ObservedRoster;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.registration.RegistrationOutcome.QuotaReached;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.settings.LifeCycleSettings;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.uri.RedirectUri;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clients come back on their identifiers, and make room for others. */
class RevivalTest {
  private static final RegistrationSettings STANDARD =
      RegistrationSettings.standard(ObservedRoster.ISSUER);
  private static final String REDIRECT = "http://127.0.0.1/cb";

  private ObservedRoster observed = ObservedRoster.with(reviving(STANDARD));

  @Test
  void aPurgedPublicClientComesBackAsItWas() {
    var client = purged("none");

    var revived = revive(client, "http://127.0.0.1:4711/cb");

    assertThat(revived).map(Client::id).contains(client.client().id());
    assertThat(revived).map(Client::metadata).contains(client.client().metadata());
    assertThat(observed.stored(client)).isEqualTo(revived.orElseThrow());
    assertThat(observed.events()).endsWith(new ClientEvent.Revived(revived.orElseThrow()));
    // Its old token may be anybody's by now.
    assertThat(observed.check(client.client(), client.registrationToken().orElseThrow()))
        .isNotInstanceOf(Granted.class);
  }

  @Test
  void aCodeNeverGoesElsewhereThanItDid() {
    var client = purged("none");

    assertThat(revive(client, "https://evil.example.com/cb")).isEmpty();
    assertThat(observed.store().find(client.client().id())).isEmpty();
  }

  @Test
  void aClientWithASecretRegistersAgain() {
    assertThat(revive(purged("client_secret_basic"), REDIRECT)).isEmpty();
  }

  @Test
  void whatSomeoneDeletedStaysDeleted() {
    var client = register("none");
    observed.roster().administration().delete(client.client().id());

    assertThat(revive(client, REDIRECT)).isEmpty();
  }

  @Test
  void whatWasDeniedStaysDenied() {
    var client = register("none");
    observed.roster().administration().decide(client.client().id(), ClientState.DENIED);
    letTimePass(91);

    assertThat(revive(client, REDIRECT)).isEmpty();
  }

  @Test
  void byDefaultNothingComesBack() {
    observed = ObservedRoster.with(STANDARD);

    assertThat(revive(purged("none"), REDIRECT)).isEmpty();
  }

  @Test
  void anIdentifierNobodyKnewIsNotRevived() {
    assertThat(
            observed.roster().registrar().revive(new ClientId("unknown"), RedirectUri.of(REDIRECT)))
        .isEmpty();
  }

  @Test
  void aFullTierMakesRoomByTheOldestThatWasNeverUsed() {
    var tier = STANDARD.tier(Tier.OPEN).withAdmission(3, false);
    observed =
        ObservedRoster.with(STANDARD.withPolicies(STANDARD.policies().with(Tier.OPEN, tier)));
    var used = register("none");
    var oldest = register("none");
    observed.roster().uses().note(used.client().id());
    observed.roster().uses().write();
    observed.clock().advance(Duration.ofMinutes(30));
    var younger = register("none");
    observed.clock().advance(Duration.ofMinutes(31));

    var fourth = register("none");

    assertThat(observed.store().find(oldest.client().id())).isEmpty();
    assertThat(List.of(used, younger, fourth))
        .allSatisfy(client -> assertThat(observed.store().find(client.client().id())).isPresent());
    // Nobody else has had its hour.
    assertThat(observed.roster().registrar().register(fourth.client().metadata()))
        .isInstanceOf(QuotaReached.class);
  }

  private Registered purged(String method) {
    var client = register(method);
    letTimePass(8);
    return client;
  }

  private void letTimePass(int days) {
    observed.clock().advance(Duration.ofDays(days));
    assertThat(observed.roster().purge().run(Duration.ofMinutes(1)).total()).isEqualTo(1);
  }

  private Registered register(String method) {
    return observed.register(
        "redirect_uris", List.of(REDIRECT), "token_endpoint_auth_method", method);
  }

  private Optional<Client> revive(Registered client, String redirect) {
    return observed.roster().registrar().revive(client.client().id(), RedirectUri.of(redirect));
  }

  private static RegistrationSettings reviving(RegistrationSettings settings) {
    return settings.withLifeCycle(LifeCycleSettings.standard().withRevival(true));
  }
}
