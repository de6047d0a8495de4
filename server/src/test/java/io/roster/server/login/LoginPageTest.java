package io.roster.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.page.Visitor;
import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import io.roster.store.account.UserStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginPageTest {
  private static final String REDIRECT = "https://app.example/callback";

  private final Visitor visitor = new Visitor(RunningServer.shared());

  @Test
  void aVisitorLeavesNothingInTheServersMemory() {
    visitor.get("/login");

    assertThat(visitor.cookies()).hasSize(1).first().asString().startsWith("roster-form=");
  }

  @Test
  void cookiesAreOutOfReachForScriptsAndOtherSites() {
    var login = visitor.get("/login");
    var signedIn = signIn(login, "admin", RunningServer.PASSWORD);

    assertThat(login.header("Set-Cookie")).contains("; HttpOnly").contains("; SameSite=Lax");
    assertThat(signedIn.header("Set-Cookie"))
        .startsWith("roster=")
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void underAnHttpsIssuerCookiesGoOverTlsOnly() {
    try (var server = RunningServer.start("--roster.issuer=https://id.example.com")) {
      var login = new Visitor(server).get("/login");

      assertThat(login.header("Set-Cookie"))
          .startsWith("__Host-roster-form=")
          .contains("Path=/;")
          .contains("Secure")
          .contains("HttpOnly");
    }
  }

  @Test
  void signingInBeginsANewSession() {
    signIn(visitor.get("/login"), "admin", RunningServer.PASSWORD);
    var before = session();

    signIn(visitor.get("/login"), "admin", RunningServer.PASSWORD);

    assertThat(session()).isNotEqualTo(before);
  }

  @Test
  void signingInLeadsBackToTheRequest() {
    var id = visitor.register("{\"redirect_uris\":[\"" + REDIRECT + "\"]}");
    var asked = Visitor.authorization(id, REDIRECT);

    var signedIn = signIn(visitor.follow(visitor.get(asked)), "admin", RunningServer.PASSWORD);

    assertThat(signedIn.header("Location")).isEqualTo(asked);
  }

  @Test
  void signingInLeadsNowhereElse() {
    var login = visitor.get("/login?continue=https://evil.example/");

    assertThat(signIn(login, "admin", RunningServer.PASSWORD).header("Location")).isEqualTo("/");
  }

  @Test
  void aWrongPasswordIsSaidAndTheWayBackKept() {
    try (var server = RunningServer.start()) {
      var person = new Visitor(server);
      var login = person.get("/login?continue=%2Foauth%2Fauthorize%3Fa");

      var page =
          person.submit(login, "", Map.of("username", "admin<b>", "password", "wrong horse"));

      assertThat(page.status()).isEqualTo(401);
      assertThat(page.html().select("[role=alert]").text())
          .isEqualTo("The name or the password is wrong.");
      assertThat(page.html().select("[name=username]").val()).isEqualTo("admin<b>");
      assertThat(page.html().select("[name=password]").val()).isEmpty();
      assertThat(page.html().select("[name=continue]").val()).isEqualTo("/oauth/authorize?a");
    }
  }

  @Test
  void guessingIsSlowedDown() {
    try (var server = RunningServer.start()) {
      var person = new Visitor(server);
      var login = person.get("/login");
      for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
        person.submit(login, "", Map.of("username", "admin", "password", "wrong horse"));
      }

      var right =
          person.submit(login, "", Map.of("username", "admin", "password", RunningServer.PASSWORD));

      assertThat(right.status()).isEqualTo(429);
      assertThat(right.header("Retry-After")).matches("[12]");
      assertThat(right.text()).contains("too many failed attempts. Try again in");
    }
  }

  @Test
  void aRemovedUserIsSignedOut() {
    try (var server = RunningServer.start()) {
      var person = new Visitor(server);
      var id = person.register("{\"redirect_uris\":[\"" + REDIRECT + "\"]}");
      var asked = Visitor.authorization(id, REDIRECT);
      var consent = person.consentPage(asked);

      server.part(UserStore.class).delete("admin");

      assertThat(person.get(asked).header("Location")).startsWith("/login?continue=");
      assertThat(person.submit(consent, "allow", Map.of()).header("Location"))
          .startsWith("/login?continue=");
    }
  }

  @Test
  void aFormFromElsewhereIsRefused() {
    visitor.get("/login");

    var page = visitor.post("/login", "username=admin&password=" + "correct+horse");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("This form is no longer valid");
  }

  private Page signIn(Page login, String name, String password) {
    return visitor.submit(login, "", Map.of("username", name, "password", password));
  }

  private String session() {
    return visitor.cookies().stream().filter(c -> c.startsWith("roster=")).findFirst().orElse("");
  }
}
