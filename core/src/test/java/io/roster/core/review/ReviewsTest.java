package io.roster.core.review;

import static io.roster.core.client.ClientState.ACTIVE;
import static io.roster.core.client.ClientState.DENIED;
import static io.roster.core.client.ClientState.DISABLED;
import static io.roster.core.client.ClientState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.json.Json;
import io.roster.core.registration.Administered.Done;
import io.roster.core.registration.Expected;
import io.roster.core.registration.RegistrationOutcome;
import io.roster.core.registration.RegistrationOutcome.QuotaReached;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.Rejected;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TierSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Applications that register anew at every attempt, and administrators who decide but once. */
class ReviewsTest {
  private final ObservedRoster observed = withQueueOf(1000);

  private static ObservedRoster withQueueOf(int most) {
    var settings =
        RegistrationSettings.standard(ObservedRoster.ISSUER)
            .withPolicies(new PolicySettings(Map.of(), Map.of(), List.of(), false, false, most));
    var approved = settings.policies();
    approved = approved.with(Tier.OPEN, settings.tier(Tier.OPEN).withAdmission(0, true));
    approved = approved.with(Tier.TOKEN, withEveryGrant(settings.tier(Tier.TOKEN)));
    return ObservedRoster.with(settings.withPolicies(approved));
  }

  private static TierSettings withEveryGrant(TierSettings tier) {
    return new TierSettings(
        tier.scope(),
        tier.scopeCeiling(),
        Set.copyOf(TierSettings.KNOWN_GRANTS),
        tier.authMethods(),
        tier.redirectSchemes(),
        tier.clientSecretLifetime(),
        tier.registrationTokenLifetime(),
        0,
        true,
        tier.retention());
  }

  @Test
  void anApprovalReleasesAllWhoWaitWithTheSameWhateverPortTheyGot() {
    var first = cursor(1111);
    var second = cursor(2222);
    var other = observed.registerSomeone();

    var done = decide(second, ACTIVE);

    assertThat(done.alike()).isEqualTo(1);
    assertThat(observed.stored(first).state()).isEqualTo(ACTIVE);
    assertThat(observed.stored(second).state()).isEqualTo(ACTIVE);
    assertThat(observed.stored(other).state()).isEqualTo(PENDING);
  }

  @Test
  void whoComesLaterWithWhatWasApprovedNeedNotWait() {
    decide(cursor(1111), ACTIVE);

    assertThat(cursor(2222).client().state()).isEqualTo(ACTIVE);
    assertThat(observed.registerSomeone().client().state()).isEqualTo(PENDING);
  }

  @Test
  void whoComesLaterWithWhatWasDeniedIsRefused() {
    var first = cursor(1111);
    var second = cursor(2222);
    decide(first, DENIED, "Use the desktop app.");

    var third = register(Admitted.OPEN, body(3333));

    assertThat(observed.stored(second).state()).isEqualTo(DENIED);
    assertThat(observed.stored(second).review().reason()).contains("Use the desktop app.");
    assertThat(((Rejected) third).findings())
        .extracting(finding -> finding.rule())
        .containsExactly("no-denial-remembered");
    assertThat(observed.store().firstPage(9)).hasSize(2);
  }

  @Test
  void theLastDecisionCounts() {
    var first = cursor(1111);
    var second = cursor(2222);
    decide(first, DENIED);
    observed.clock().advance(Duration.ofMinutes(1));

    decide(first, ACTIVE);
    assertThat(observed.stored(second).state()).isEqualTo(ACTIVE);
    assertThat(cursor(3333).client().state()).isEqualTo(ACTIVE);

    observed.clock().advance(Duration.ofMinutes(1));
    decide(first, DISABLED);
    assertThat(cursor(4444).client().state()).isEqualTo(PENDING);
    assertThat(observed.stored(second).state()).isEqualTo(ACTIVE);
  }

  @Test
  void anotherTierIsAnotherMatter() {
    decide(cursor(1111), ACTIVE);

    var outcome = (Registered) register(Admitted.of(Tier.TOKEN), body(1111));

    assertThat(outcome.client().state()).isEqualTo(PENDING);
  }

  @Test
  void whatGetsTokensByItselfIsApprovedOneByOneAndDeniedAltogether() {
    var machines = twoMachines();
    var first = machines.getFirst();
    var second = machines.getLast();

    decide(first, ACTIVE);
    assertThat(observed.stored(second).state()).isEqualTo(PENDING);
    decide(first, DENIED);
    assertThat(observed.stored(second).state()).isEqualTo(DENIED);
  }

  private List<Registered> twoMachines() {
    var body =
        Bodies.members(
            "client_name",
            "Nightly job",
            "redirect_uris",
            List.of(ObservedRoster.REDIRECT),
            "token_endpoint_auth_method",
            "client_secret_basic",
            "grant_types",
            List.of("authorization_code", "client_credentials"));
    var machines = new ArrayList<Registered>();
    for (int i = 0; i < 2; i++) {
      machines.add((Registered) register(Admitted.of(Tier.TOKEN), body));
    }
    assertThat(machines)
        .allMatch(
            one ->
                one.client().metadata().grantTypes().stream()
                    .anyMatch(grant -> grant.value().equals("client_credentials")));
    return machines;
  }

  @Test
  void oneIsToldOfAndNotEachOfItsLike() {
    var first = cursor(1111);
    cursor(2222);

    assertThat(held()).containsExactly(first.client().id().value());
    decide(first, ACTIVE);
    observed.patch(first, "client_name", "Cursor 2");
    assertThat(held()).hasSize(2);
  }

  private List<String> held() {
    return observed.events().stream()
        .filter(ClientEvent.Held.class::isInstance)
        .map(event -> ((ClientEvent.Held) event).client().id().value())
        .toList();
  }

  @Test
  void whoChangesWhileItWaitsIsNotApprovedWithTheOthers() {
    var honest = cursor(1111);
    var other = cursor(2222);
    observed.patch(other, "redirect_uris", List.of("https://elsewhere.example/cb"));

    assertThat(decide(honest, ACTIVE).alike()).isZero();
    assertThat(observed.stored(other).state()).isEqualTo(PENDING);
  }

  @Test
  void noRegistrationTokenUndoesADenial() {
    var denied = cursor(1111);
    decide(denied, DENIED);

    observed.patch(denied, "client_name", "Somebody else");
    assertThat(observed.roster().registrar().delete(observed.access(denied))).isFalse();

    assertThat(observed.stored(denied).state()).isEqualTo(DENIED);
    assertThat(register(Admitted.OPEN, body(2222))).isInstanceOf(Rejected.class);
  }

  @Test
  void anApprovedClientThatChangesWaitsAgainAndForWhatItIsNow() {
    var client = cursor(1111);
    decide(client, ACTIVE);
    observed.patch(client, "client_name", "Cursor 2");

    var changed = observed.stored(client);

    assertThat(changed.state()).isEqualTo(PENDING);
    assertThat(changed.review().of()).isEqualTo(Alike.of(changed));
    assertThat(changed.review().of()).isNotEqualTo(client.client().review().of());
  }

  @Test
  void aDecisionThatFellWhileAClientWasRegisteredCountsForItToo() {
    var reviews = new Reviews(observed.store(), observed.events()::add, observed.clock());
    var first = cursor(1111);
    // As it is between its insertion and the look at what was decided meanwhile.
    var second = cursor(2222).client();
    observed.store().replace(observed.stored(first).decided(ACTIVE));

    assertThat(reviews.stored(second).state()).isEqualTo(ACTIVE);
    assertThat(observed.store().find(second.id()).orElseThrow().state()).isEqualTo(ACTIVE);
  }

  @Test
  void aDecisionThatWasCutShortIsCompletedByTakingItAgain() {
    var first = cursor(1111);
    var second = cursor(2222);
    observed.store().replace(observed.stored(first).decided(ACTIVE));

    assertThat(decide(first, ACTIVE).alike()).isEqualTo(1);
    assertThat(observed.stored(second).state()).isEqualTo(ACTIVE);
  }

  @Test
  void hundredsAreReleasedTogether() {
    for (int i = 0; i < 250; i++) {
      cursor(10_000 + i);
    }

    assertThat(decide(cursor(9999), ACTIVE).alike()).isEqualTo(250);
    assertThat(observed.store().firstPage(PENDING, 9)).isEmpty();
  }

  @Test
  void aFullQueueMakesRoomByTheOldestOfWhateverFloodsIt() {
    var small = withQueueOf(3);
    var honest = small.registerSomeone();
    var oldest = small.register("redirect_uris", List.of("http://localhost:1/cb"));
    small.clock().advance(Duration.ofMinutes(1));
    small.register("redirect_uris", List.of("http://localhost:2/cb"));
    assertThat(small.roster().registrar().register(ObservedRoster.metadata(body(3))))
        .isInstanceOf(QuotaReached.class);

    small.clock().advance(Duration.ofHours(2));
    small.register("redirect_uris", List.of("http://localhost:3/cb"));

    assertThat(small.store().find(oldest.client().id())).isEmpty();
    assertThat(small.store().find(honest.client().id())).isPresent();
    assertThat(small.store().firstPage(PENDING, 9)).hasSize(3);
  }

  private Registered cursor(int port) {
    return (Registered) register(Admitted.OPEN, body(port));
  }

  private static Json.Members body(int port) {
    return Bodies.members(
        "client_name", "Cursor", "redirect_uris", List.of("http://localhost:" + port + "/cb"));
  }

  private RegistrationOutcome register(Admitted caller, Json.Members body) {
    return observed.roster().registrar().register(ObservedRoster.metadata(body), caller);
  }

  private Done decide(Registered client, ClientState state) {
    return decide(client, Decision.of(state));
  }

  private Done decide(Registered client, ClientState state, String reason) {
    return decide(client, new Decision(state, Optional.of(reason)));
  }

  private Done decide(Registered client, Decision decision) {
    var id = client.client().id();
    return (Done) observed.roster().administration().decide(id, decision, Expected.any());
  }
}
