package io.roster.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.page.Visitor;
import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import io.roster.store.account.IdentityStore;
import io.roster.store.account.User;
import io.roster.store.account.UserStore;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who signs in elsewhere, with a provider that is honest, broken or hostile. */
class SignInTest {
  private static final String REDIRECT = "https://app.example/callback";

  private static ScriptedProvider provider;
  private static RunningServer shared;

  private final String subject = "Subject-" + UUID.randomUUID();
  private RunningServer server;
  private Visitor visitor;

  @BeforeAll
  static void startShared() {
    provider = new ScriptedProvider();
    shared = start();
  }

  @AfterAll
  static void stopShared() {
    shared.close();
    provider.close();
  }

  /** Somebody signs in, so that nobody has to wait because of the failures of another test. */
  @BeforeEach
  void beginAnew() {
    server = shared;
    visitor = new Visitor(server);
    provider.reset("someone-else");
    signIn();
    provider.reset(subject);
    visitor = new Visitor(server);
  }

  @AfterEach
  void stop() {
    if (server != shared) {
      server.close();
    }
  }

  private static RunningServer start(String... more) {
    return RunningServer.start(provider.settings(more).toArray(String[]::new));
  }

  /** A server that has never asked the provider for anything. */
  private void startAnother(String... more) {
    server = start(more);
    visitor = new Visitor(server);
  }

  @Test
  void theRequestToTheProviderIsBoundInEveryWayThereIs() {
    var asked = parameters(begin("/"));

    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", ScriptedProvider.CLIENT)
        .containsEntry("redirect_uri", "http://localhost/login/with/there/callback")
        .containsEntry("scope", "openid email")
        .containsEntry("code_challenge_method", "S256");
    assertThat(asked.getOrDefault("state", "")).hasSize(43);
    assertThat(asked.getOrDefault("nonce", ""))
        .hasSize(43)
        .isNotEqualTo(asked.getOrDefault("state", ""));
    assertThat(asked.getOrDefault("code_challenge", "")).hasSize(43);
  }

  @Test
  void signingInElsewhereLeadsBackToTheRequestAndToConsent() {
    var asked = request();
    var login = visitor.follow(visitor.get(asked));
    var link = login.html().expectFirst("a:contains(Sign in with The Place)").attr("href");

    var signedIn = comeBack(parameters(visitor.get(link)));

    assertThat(signedIn.header("Location")).isEqualTo(asked);
    var consent = visitor.follow(visitor.follow(signedIn));
    assertThat(consent.status()).isEqualTo(200);
    assertThat(consent.text()).contains("there:" + subject);
    assertThat(visitor.cookies()).noneMatch(cookie -> cookie.startsWith("roster-with-"));
  }

  @Test
  void everyClientIsAskedForAnewThoughTheProviderAsksNobody() {
    signIn();

    var first = visitor.follow(visitor.get(request()));
    var second = visitor.follow(visitor.get(request()));

    assertThat(first.html().select("button[value=allow]")).isNotEmpty();
    assertThat(second.html().select("button[value=allow]")).isNotEmpty();
  }

  @Test
  void theSecretGoesInTheHeaderAndTheVerifierWithTheCode() {
    var asked = begin("/");

    comeBack(parameters(asked));

    assertThat(provider.authorizations).singleElement().asString().startsWith("Basic ");
    var form = provider.redeemed.getFirst();
    assertThat(form)
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "a-code")
        .containsEntry("redirect_uri", "http://localhost/login/with/there/callback")
        .doesNotContainKey("client_secret");
    assertThat(form.get("code_verifier")).hasSize(43);
  }

  @Test
  void aPersonIsTheSameUserEachTimeAndNobodyElseIs() {
    signIn();
    provider.claims.put("email", "renamed@example.com");
    signIn();
    provider.claims.put("sub", subject.toLowerCase(Locale.ROOT));
    signIn();

    assertThat(nameOf(subject)).isEqualTo("there:" + subject);
    assertThat(nameOf(subject.toLowerCase(Locale.ROOT))).matches("there:[0-9a-f]{32}");
    var identity = identities().find(provider.issuer(), subject).orElseThrow();
    assertThat(identity.label()).isEqualTo("renamed@example.com");
  }

  @Test
  void nobodyBecomesALocalUserByNameOrByAddress() {
    users().insert(new User("somebody@example.com", "{bcrypt}x", Set.of("admin"), Instant.EPOCH));
    users().insert(new User("there:" + subject, "{bcrypt}x", Set.of("admin"), Instant.EPOCH));

    signIn();

    var name = nameOf(subject);
    assertThat(name).matches("there:[0-9a-f]{32}");
    assertThat(users().find(name)).map(User::roles).contains(Set.of("user"));
    assertThat(users().find("there:" + subject)).map(User::passwordHash).contains("{bcrypt}x");
  }

  @Test
  void nobodySignsInHereWithAPasswordForThere() {
    signIn();
    var person = new Visitor(server);

    var page =
        person.submit(
            person.get("/login"), "", Map.of("username", "there:" + subject, "password", "none"));

    assertThat(page.status()).isEqualTo(401);
  }

  @Test
  void whoeverWasRemovedComesBackAsThemselves() {
    signIn();
    users().delete("there:" + subject);

    assertThat(visitor.get(request()).header("Location")).startsWith("/login");
    signIn();

    assertThat(users().find("there:" + subject)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "iss, https://evil.example",
    "aud, somebody-else",
    "nonce, another-nonce",
    "exp, 1000",
    "azp, somebody-else",
    "sub, ''"
  })
  void anIdTokenThatIsNotForUsIsRefused(String claim, String value) {
    provider.claims.put(claim, claim.equals("exp") ? (Object) Long.valueOf(value) : value);
    var asked = parameters(begin("/"));
    if (!claim.equals("nonce")) {
      provider.claims.put("nonce", asked.getOrDefault("nonce", ""));
    }

    var page = answer(asked.getOrDefault("state", ""), "iss", provider.issuer(), "code", "a-code");

    assertThat(page.status()).isEqualTo(502);
    assertThat(page.text()).contains("What The Place answered can't be accepted.");
    assertNobodyIsSignedIn();
  }

  @Test
  void anIdTokenSignedByAnybodyElseIsRefused() {
    provider.signsWithAnotherKey = true;

    assertThat(comeBack(parameters(begin("/"))).status()).isEqualTo(502);
    assertNobodyIsSignedIn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://evil.example", "another state", "another browser"})
  void anAnswerThatBelongsElsewhereIsRefused(String fault) {
    var asked = parameters(begin("/"));
    provider.claims.put("nonce", asked.getOrDefault("nonce", ""));
    var state = asked.getOrDefault("state", "");

    var page =
        switch (fault) {
          case "" -> answer(state, "code", "a-code");
          case "another state" -> answer("x" + state.substring(1), "iss", provider.issuer());
          case "another browser" -> {
            visitor = new Visitor(server);
            yield answer(state, "iss", provider.issuer(), "code", "a-code");
          }
          default -> answer(state, "iss", fault, "code", "a-code");
        };

    assertThat(page.status()).isIn(400, 502);
    assertThat(provider.redeemed).isEmpty();
    assertNobodyIsSignedIn();
  }

  @Test
  void anotherNodeFinishesWhatThisOneBegan() {
    var asked = parameters(begin("/"));
    var cookie =
        visitor.cookies().stream().filter(c -> c.startsWith("roster-with-")).findFirst().orElse("");
    provider.claims.put("nonce", asked.getOrDefault("nonce", ""));

    try (var other = start()) {
      var query = "?code=c&iss=" + provider.issuer() + "&state=" + asked.getOrDefault("state", "");
      var page = new Visitor(other).get("/login/with/there/callback" + query, "Cookie", cookie);

      assertThat(page.status()).as(page.text()).isEqualTo(303);
      assertThat(page.header("Set-Cookie")).startsWith("roster=");
    }
  }

  @Test
  void anAnswerThatWasTakenIsNotTakenAgain() {
    var asked = parameters(begin("/"));
    comeBack(asked);

    assertThat(comeBack(asked).status()).isEqualTo(400);
    assertThat(provider.redeemed).hasSize(1);
  }

  @Test
  void severalSignInsCanBeUnderWayAndOldOnesMakeRoom() {
    var first = parameters(begin("/"));
    for (int i = 0; i < 3; i++) {
      begin("/");
    }

    assertThat(comeBack(first).status()).isEqualTo(303);
    for (int i = 0; i < 9; i++) {
      begin("/");
    }
    assertThat(visitor.cookies()).filteredOn(c -> c.startsWith("roster-with-")).hasSize(4);
  }

  @Test
  void aPersonWhoCancelsThereCanTryAgainHere() {
    var asked = parameters(begin("/oauth/authorize?a"));

    var page =
        answer(
            asked.getOrDefault("state", ""),
            "iss",
            provider.issuer(),
            "error",
            "access_denied",
            "error_description",
            "click <a>here</a>");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("was not completed").doesNotContain("click");
    assertThat(page.html().expectFirst("a:contains(The Place)").attr("href"))
        .endsWith("continue=/oauth/authorize?a");
  }

  @Test
  void onlyTheDomainsAndClaimsThatWereNamedComeIn() {
    startAnother(
        "--roster.sign-in.providers.there.email-domains=example.com",
        "--roster.sign-in.providers.there.claims.groups=mcp,staff");

    assertThat(comeBack(parameters(begin("/"))).text()).contains("may not sign in here");
    provider.userInfo.put("groups", List.of("staff"));
    assertThat(comeBack(parameters(begin("/"))).status()).isEqualTo(303);
    provider.claims.put("email_verified", false);
    assertThat(comeBack(parameters(begin("/"))).status()).isEqualTo(403);
    provider.claims.put("email_verified", true);
    provider.claims.put("email", "somebody@example.com.evil.example");
    assertThat(comeBack(parameters(begin("/"))).status()).isEqualTo(403);
  }

  @Test
  void userinfoAboutSomebodyElseIsRefused() {
    startAnother("--roster.sign-in.providers.there.claims.groups=mcp");
    provider.userInfo.putAll(Map.of("sub", "somebody-else", "groups", "mcp"));

    assertThat(comeBack(parameters(begin("/"))).status()).isEqualTo(502);
  }

  @Test
  void withPasswordsSwitchedOffThereIsOneWayIn() {
    startAnother("--roster.sign-in.passwords=false");
    var login = visitor.get("/login");

    var posted = visitor.post("/login", "username=admin&password=correct+horse&_csrf=" + "guessed");

    assertThat(login.html().select("input[type=password]")).isEmpty();
    assertThat(login.html().select("a")).hasSize(1);
    assertThat(posted.status()).isEqualTo(403);
    assertThat(signIn().status()).isEqualTo(303);
  }

  private String request() {
    return Visitor.authorization(
        visitor.register("{\"redirect_uris\":[\"" + REDIRECT + "\"]}"), REDIRECT);
  }

  private Page begin(String next) {
    var page = visitor.get("/login/with/there?continue=" + URLEncoder.encode(next, UTF_8));
    assertThat(page.status()).as(page.text()).isEqualTo(303);
    return page;
  }

  private Page signIn() {
    var page = comeBack(parameters(begin("/")));
    assertThat(page.status()).as(page.text()).isEqualTo(303);
    return page;
  }

  /** The provider's answer, as an honest one gives it. */
  private Page comeBack(Map<String, String> asked) {
    provider.claims.put("nonce", asked.getOrDefault("nonce", ""));
    return answer(asked.getOrDefault("state", ""), "iss", provider.issuer(), "code", "a-code");
  }

  private Page answer(String state, String... more) {
    var query = new StringBuilder("state=" + URLEncoder.encode(state, UTF_8));
    for (int i = 0; i < more.length; i += 2) {
      query.append('&').append(more[i]).append('=').append(URLEncoder.encode(more[i + 1], UTF_8));
    }
    return visitor.get("/login/with/there/callback?" + query);
  }

  private static Map<String, String> parameters(Page redirect) {
    var found = new HashMap<String, String>();
    var location = redirect.header("Location");
    for (var pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
      var parts = pair.split("=", 2);
      found.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return found;
  }

  private void assertNobodyIsSignedIn() {
    assertThat(visitor.cookies()).noneMatch(cookie -> cookie.startsWith("roster="));
    assertThat(identities().find(provider.issuer(), subject)).isEmpty();
  }

  private String nameOf(String person) {
    return identities().find(provider.issuer(), person).orElseThrow().userName();
  }

  private UserStore users() {
    return server.part(UserStore.class);
  }

  private IdentityStore identities() {
    return server.part(IdentityStore.class);
  }
}
