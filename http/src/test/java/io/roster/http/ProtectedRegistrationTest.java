package io.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Roster;
import io.roster.core.access.InitialAccess;
import io.roster.core.client.Tier;
import io.roster.core.initial.InitialTokenTerms;
import io.roster.core.json.Json;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RegistrationSettings;
import io.roster.http.limit.Budget;
import io.roster.http.limit.RateLimits;
import io.roster.http.limit.RegistrationLimits;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registration that not everybody may do, or not as often as they like. */
class ProtectedRegistrationTest {
  private static final RegistrationSettings STANDARD =
      RegistrationSettings.standard(URI.create("https://as.example"));
  private static final Budget PLENTY = new Budget(1000, 1000);

  private final Roster roster = Roster.builder(STANDARD).build();

  @Test
  void withoutATokenTheChallengeNamesNoError() {
    var reply = byToken().answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"roster\"");
    assertThat(told(reply, "error_description")).contains("ask the operator");
  }

  @Test
  void aTokenIsGoodForAsManyClientsAsItHasUses() {
    var token = roster.initialTokens().create(InitialTokenTerms.forClients(2)).secret().reveal();
    var call = FakeCall.post(Protocol.PUBLIC_CLIENT).bearer(token);

    assertThat(byToken().answer(call).status()).isEqualTo(201);
    assertThat(byToken().answer(call).status()).isEqualTo(201);
    var spent = byToken().answer(call);
    assertThat(spent.status()).isEqualTo(401);
    assertThat(spent.headers().get("WWW-Authenticate")).contains("error=\"invalid_token\"");
    assertThat(roster.clients().firstPage(9)).hasSize(2);
  }

  @Test
  void aTokenInTheBodyIsNotLookedAt() {
    var token = roster.initialTokens().create(InitialTokenTerms.forClients(1)).secret().reveal();
    var body = Protocol.PUBLIC_CLIENT.replace("{", "{\"access_token\":\"" + token + "\",");

    assertThat(byToken().answer(FakeCall.post(body)).status()).isEqualTo(401);
  }

  @Test
  void aWrongTokenIsNotTakenForNone() {
    var open = new Routes(roster, InitialAccess.open(roster.initialTokens()), Map.of());

    var reply = open.answer(FakeCall.post(Protocol.PUBLIC_CLIENT).bearer("wrong"));

    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void aFullRegistryAsksToComeBackLater() {
    var policies =
        PolicySettings.standard().with(Tier.OPEN, STANDARD.tier(Tier.OPEN).withAdmission(1, false));
    var full = Roster.builder(STANDARD.withPolicies(policies)).build();
    var routes = new Routes(full, InitialAccess.open(), Map.of());
    routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    var reply = routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.headers()).containsEntry("Retry-After", "3600");
    assertThat(told(reply, "error")).isEqualTo("temporarily_unavailable");
  }

  @Test
  void whoRegistersTooOftenIsToldHowLongToWait() {
    var routes = limited(new Budget(1, 1), Map.of());
    routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    var reply = routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    assertThat(reply.status()).isEqualTo(429);
    assertThat(told(reply, "error")).isEqualTo("too_many_requests");
    assertThat(Integer.parseInt(reply.headers().get("Retry-After"))).isBetween(1, 60);
    assertThat(reply.headers())
        .containsEntry("Access-Control-Allow-Origin", "*")
        .containsEntry("Cache-Control", "no-store");
    assertThat(routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT).from("192.0.2.2")).status())
        .isEqualTo(201);
  }

  @Test
  void whatIsRefusedCountsToo() {
    var routes = limited(new Budget(2, 1), Map.of());
    routes.answer(FakeCall.post("{}"));
    routes.answer(FakeCall.post("no JSON"));

    assertThat(routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT)).status()).isEqualTo(429);
  }

  @Test
  void aTierHasALimitOfItsOwn() {
    var routes = limited(PLENTY, Map.of(Tier.OPEN, new Budget(1, 1)));
    var token = roster.initialTokens().create(InitialTokenTerms.forClients(1)).secret().reveal();
    routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    assertThat(routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT)).status()).isEqualTo(429);
    assertThat(routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT).bearer(token)).status())
        .isEqualTo(201);
  }

  @Test
  void managingAClientIsNotLimited() {
    var routes = limited(new Budget(1, 1), Map.of());
    var client = routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT)).body().orElseThrow();

    for (int i = 0; i < 5; i++) {
      assertThat(routes.answer(Protocol.manage("GET", client)).status()).isEqualTo(200);
    }
  }

  @Test
  void whereTheOperatorWantsItTheBrokenRulesAreListed() {
    var policies = new PolicySettings(Map.of(), Map.of(), List.of(), false, true, 0);
    var telling = Roster.builder(STANDARD.withPolicies(policies)).build();
    var routes = new Routes(telling, InitialAccess.open(), Map.of());

    var reply =
        routes.answer(
            FakeCall.post(
                """
                {"redirect_uris":["http://a.example/"],"scope":"admin","contacts":["me"]}"""));

    assertThat(told(reply, "error")).isEqualTo("invalid_redirect_uri");
    var listed = (Json.Items) reply.body().orElseThrow().find("violations").orElseThrow();
    assertThat(listed.values())
        .extracting(entry -> ((Json.Members) entry).text("rule").orElse(""))
        .containsExactly("redirect-uri-transport", "scope-within-ceiling", "contacts-reachable");
    assertThat(listed.values())
        .extracting(entry -> ((Json.Members) entry).text("decision").orElse(""))
        .containsExactly("rejected", "coerced", "rejected");
  }

  private Routes byToken() {
    return new Routes(roster, InitialAccess.byToken(roster.initialTokens()), Map.of());
  }

  private Routes limited(Budget perAddress, Map<Tier, Budget> tiers) {
    var limits = new RateLimits(perAddress, List.of(), PLENTY, PLENTY, tiers);
    return new Routes(
        roster,
        InitialAccess.open(roster.initialTokens()),
        Map.of(),
        new RegistrationLimits(limits, InstantSource.system()));
  }

  private static String told(HttpReply reply, String member) {
    return reply.body().orElseThrow().text(member).orElseThrow();
  }
}
