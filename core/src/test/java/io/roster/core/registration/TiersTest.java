package io.roster.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.json.Json;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.registration.RegistrationOutcome.QuotaReached;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.Rejected;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RedirectSchemes;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TierSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a client may have depends on how it came, and on nothing it says. */
class TiersTest {
  private static final RegistrationSettings STANDARD =
      RegistrationSettings.standard(ObservedRoster.ISSUER);
  private static final Object[] SOMEONE = {"redirect_uris", List.of(ObservedRoster.REDIRECT)};

  @Test
  void eachTierHasItsOwnScopes() {
    var settings =
        with(Tier.TOKEN, tier -> tier.withScopes(Scope.of("read"), Scope.of("read write admin")));
    var body = Bodies.members("redirect_uris", List.of(ObservedRoster.REDIRECT), "scope", "admin");

    assertThat(registered(settings, Tier.OPEN, body).metadata().scope().text())
        .isEqualTo("read write");
    assertThat(registered(settings, Tier.TOKEN, body).metadata().scope().text()).isEqualTo("admin");
    assertThat(registered(settings, Tier.TOKEN, Bodies.members(SOMEONE)).metadata().scope().text())
        .isEqualTo("read");
  }

  @Test
  void onlyAnAdministratorsClientsActForThemselves() {
    var body = Bodies.members("grant_types", List.of("client_credentials"));

    for (var tier : List.of(Tier.OPEN, Tier.TOKEN, Tier.STATEMENT)) {
      assertThat(register(STANDARD, tier, body)).as(tier.name()).isInstanceOf(Rejected.class);
    }
    var client = registered(STANDARD, Tier.ADMINISTRATOR, body);
    assertThat(client.metadata().grantTypes()).containsExactly(GrantType.CLIENT_CREDENTIALS);
    assertThat(client.metadata().redirectUris()).isEmpty();
    assertThat(client.origin().tier()).isEqualTo(Tier.ADMINISTRATOR);
  }

  @Test
  void theOpenTierCanNotBeGivenClientCredentials() {
    assertThatThrownBy(
            () ->
                with(Tier.OPEN, tier -> tier.withGrantTypes(Set.of(GrantType.CLIENT_CREDENTIALS))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("roster.policy.tiers.open.grant-types must be");
  }

  @Test
  void whoActsForItselfProvesWhoItIs() {
    var body =
        Bodies.members(
            "grant_types", List.of("client_credentials"), "token_endpoint_auth_method", "none");

    var outcome = (Rejected) register(STANDARD, Tier.ADMINISTRATOR, body);

    assertThat(outcome.findings())
        .extracting(finding -> finding.rule())
        .containsExactly("client-credentials-confidential");
  }

  @Test
  void aTierMayBeHeldToItsMethods() {
    var settings =
        with(
            Tier.OPEN,
            tier ->
                new TierSettings(
                    tier.scope(),
                    tier.scopeCeiling(),
                    tier.grantTypes(),
                    Set.of(TokenEndpointAuthMethod.NONE),
                    RedirectSchemes.STRICT,
                    Duration.ofDays(1),
                    Duration.ofHours(1),
                    0,
                    false,
                    tier.retention()));

    var outcome = (Rejected) register(settings, Tier.OPEN, Bodies.members(SOMEONE));

    assertThat(outcome.violations())
        .extracting(violation -> violation.field() + " " + violation.advice())
        .containsExactly("token_endpoint_auth_method use none");
    assertThat(registered(settings, Tier.TOKEN, Bodies.members(SOMEONE)).secret()).isPresent();
  }

  @Test
  void aTierHasItsOwnSchemesAndLifetimes() {
    var settings =
        with(
            Tier.TOKEN,
            tier ->
                new TierSettings(
                    tier.scope(),
                    tier.scopeCeiling(),
                    tier.grantTypes(),
                    tier.authMethods(),
                    RedirectSchemes.STRICT,
                    Duration.ofDays(1),
                    Duration.ZERO,
                    0,
                    false,
                    tier.retention()));
    var app = Bodies.members("redirect_uris", List.of("cursor://app/cb"));

    assertThat(register(settings, Tier.OPEN, app)).isInstanceOf(Registered.class);
    assertThat(register(settings, Tier.TOKEN, app)).isInstanceOf(Rejected.class);
    var client = registered(settings, Tier.TOKEN, Bodies.members(SOMEONE));
    assertThat(client.secret().orElseThrow().expiresAt())
        .contains(client.issuedAt().plus(Duration.ofDays(1)));
    assertThat(client.registrationToken().expiresAt()).isEmpty();
  }

  @Test
  void aFullTierTakesNoMore() {
    var observed = ObservedRoster.with(with(Tier.OPEN, tier -> tier.withAdmission(1, false)));
    observed.registerSomeone();

    assertThat(register(observed, Tier.OPEN)).isEqualTo(new QuotaReached());
    assertThat(register(observed, Tier.TOKEN)).isInstanceOf(Registered.class);
    assertThat(observed.store().firstPage(9)).hasSize(2);
  }

  @Test
  void aClientOfATierThatIsApprovedWaits() {
    var observed = ObservedRoster.with(with(Tier.OPEN, tier -> tier.withAdmission(0, true)));

    var client = observed.registerSomeone().client();

    assertThat(client.state()).isEqualTo(ClientState.PENDING);
    assertThat(client.isActive()).isFalse();
    assertThat(((ClientEvent.Registered) observed.events().getFirst()).findings())
        .extracting(finding -> finding.rule())
        .containsExactly("no-approval-needed");
    assertThat(((Registered) register(observed, Tier.TOKEN)).client().isActive()).isTrue();
  }

  @Test
  void noUpdateGivesAnApprovalAndAChangeTakesOneBack() {
    var observed = ObservedRoster.with(with(Tier.OPEN, tier -> tier.withAdmission(0, true)));
    var someone = observed.registerSomeone();
    var id = someone.client().id();

    observed.patch(someone, "client_name", "still waiting");
    assertThat(observed.stored(someone).state()).isEqualTo(ClientState.PENDING);

    observed.roster().administration().decide(id, ClientState.ACTIVE);
    observed.patch(someone, "client_name", "still waiting");
    assertThat(observed.stored(someone).state()).isEqualTo(ClientState.ACTIVE);
    observed.patch(someone, "redirect_uris", List.of("https://elsewhere.example/cb"));
    assertThat(observed.stored(someone).state()).isEqualTo(ClientState.PENDING);

    observed.roster().administration().decide(id, ClientState.DENIED);
    observed.patch(someone, "client_name", "again");
    assertThat(observed.stored(someone).state()).isEqualTo(ClientState.DENIED);
  }

  @Test
  void anUpdateKeepsTheTier() {
    var observed = ObservedRoster.standard();
    var someone = observed.registerSomeone();

    var outcome =
        (UpdateOutcome.Updated)
            observed.patch(
                someone,
                "grant_types",
                List.of("authorization_code", "client_credentials"),
                "scope",
                "read admin");

    assertThat(outcome.client().origin().tier()).isEqualTo(Tier.OPEN);
    assertThat(outcome.client().metadata().grantTypes())
        .containsExactly(GrantType.AUTHORIZATION_CODE);
    assertThat(outcome.client().metadata().scope().text()).isEqualTo("read");
  }

  private static RegistrationSettings with(Tier tier, UnaryOperator<TierSettings> change) {
    return STANDARD.withPolicies(
        PolicySettings.standard().with(tier, change.apply(STANDARD.tier(tier))));
  }

  private static Client registered(RegistrationSettings settings, Tier tier, Json.Members body) {
    return ((Registered) register(settings, tier, body)).client();
  }

  private static RegistrationOutcome register(
      RegistrationSettings settings, Tier tier, Json.Members body) {
    return ObservedRoster.with(settings)
        .roster()
        .registrar()
        .register(ObservedRoster.metadata(body), Admitted.of(tier));
  }

  private static RegistrationOutcome register(ObservedRoster observed, Tier tier) {
    return observed
        .roster()
        .registrar()
        .register(ObservedRoster.metadata(Bodies.members(SOMEONE)), Admitted.of(tier));
  }
}
