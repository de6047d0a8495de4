package io.roster.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Roster;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.registration.Expected;
import io.roster.core.review.Decision;
import io.roster.server.page.Visitor;
import io.roster.server.serve.RunningServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HeldBackPageTest {
  private static final String REDIRECT = "http://127.0.0.1:5555/cb";
  private static final String ELSEWHERE = "https://evil.example/cb";

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            "--roster.policy.tiers.open.approval=true", "--roster.approval-contact=the tools team");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoeverWaitsIsToldSoAndGoesOnWithTheSameRequest() {
    var visitor = new Visitor(server);
    var id = register(visitor, "Patient");
    var request = Visitor.authorization(id, REDIRECT);

    var waiting = visitor.get(request);
    decide(id, ClientState.ACTIVE, "");
    var login = visitor.get(request);

    assertThat(waiting.status()).isEqualTo(202);
    assertThat(waiting.text())
        .contains("Patient")
        .contains("the tools team")
        .contains("less than a minute");
    assertThat(waiting.html().select("noscript a.button").attr("href")).isEqualTo(request);
    assertThat(login.status()).isEqualTo(303);
    assertThat(visitor.consentPage(request).html().select("h1").text()).contains("Patient");
  }

  @Test
  void thePageMayAskThisServerAndNoOther() {
    var visitor = new Visitor(server);

    var page = visitor.get(Visitor.authorization(register(visitor, "Strict"), REDIRECT));

    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'self'")
        .contains("; script-src 'self'; connect-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.html().select("script:not([src])")).isEmpty();
    assertThat(visitor.get(page.html().select("script").attr("src")).header("Content-Type"))
        .startsWith("text/javascript");
    assertThat(page.html().select("[aria-live=polite]")).hasSize(1);
  }

  @Test
  void askingTellsWhetherAClientWaitsAndNothingElse() {
    var visitor = new Visitor(server);
    var id = register(visitor, "Asking");
    var page = visitor.get(Visitor.authorization(id, REDIRECT));
    var ask = page.html().select("main").attr("data-ask");

    var waiting = visitor.get(ask);
    decide(id, ClientState.DENIED, "No.");
    var denied = visitor.get(ask);
    var unknown = visitor.get(ask.replace(id, "mcp-client-unknown"));
    var nonsense = visitor.get("/oauth/authorize/waiting?client_id=%00");

    assertThat(waiting.reply().body()).isEqualTo("{\"pending\":true,\"again\":2}");
    assertThat(waiting.header("Cache-Control")).isEqualTo("no-store");
    assertThat(denied.reply().body()).isEqualTo("{\"pending\":false}");
    assertThat(unknown.reply().body()).isEqualTo(denied.reply().body());
    assertThat(nonsense.reply().body()).isEqualTo(denied.reply().body());
    assertThat(unknown.reply().headers().map().keySet())
        .isEqualTo(denied.reply().headers().map().keySet());
  }

  @Test
  void whoeverWasDeniedIsToldWhy() {
    var visitor = new Visitor(server);
    var id = register(visitor, "Refused");
    decide(id, ClientState.DENIED, "Use <b>the desktop app</b>.");

    var page = visitor.get(Visitor.authorization(id, REDIRECT));
    var program = visitor.get(Visitor.authorization(id, REDIRECT), "Accept", "application/json");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.html().select("h1").text()).isEqualTo("This application was not approved");
    assertThat(page.text())
        .contains("Use <b>the desktop app</b>.")
        .contains("ask the tools team")
        .contains("Refused");
    assertThat(page.html().select(".problem b")).isEmpty();
    assertThat(page.html().select("a")).isEmpty();
    assertThat(program.reply().body()).contains("\"error\":\"invalid_request\"");
  }

  @Test
  void whoeverWasSwitchedOffIsToldWhy() {
    var visitor = new Visitor(server);
    var id = register(visitor, "Off");
    decide(id, ClientState.DISABLED, "Being looked into.");

    var page = visitor.get(Visitor.authorization(id, REDIRECT));

    assertThat(page.html().select("h1").text()).isEqualTo("This application was switched off");
    assertThat(page.text()).contains("Being looked into.");
  }

  @Test
  void nothingIsSaidOfAClientToWhoeverComesWithAnotherRedirectUri() {
    var visitor = new Visitor(server);
    var id = register(visitor, "Secretive");

    var page = visitor.get(Visitor.authorization(id, ELSEWHERE));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text())
        .contains("has not registered this redirect_uri")
        .doesNotContain("Secretive")
        .doesNotContain("approv");
    assertThat(page.reply().body()).doesNotContain("evil.example");
  }

  @Test
  void nobodyIsToWaitForARequestThatCanNotBeAnswered() {
    var visitor = new Visitor(server);
    var id = register(visitor, "Careless");

    var page =
        visitor.get(
            Visitor.authorization(id, REDIRECT).replace("code_challenge_method=S256", "x=y"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("use PKCE");
    assertThat(page.header("Location")).isEmpty();
    assertThat(page.html().select("a")).isEmpty();
  }

  @Test
  void aPostedRequestWaitsAtAnAddressThatCanBeAskedAgain() {
    var visitor = new Visitor(server);
    var id = register(visitor, "Posting");
    var request = Visitor.authorization(id, REDIRECT);

    var sent = visitor.post("/oauth/authorize", request.substring(request.indexOf('?') + 1));

    assertThat(sent.status()).isEqualTo(303);
    assertThat(visitor.follow(sent).status()).isEqualTo(202);
  }

  private static String register(Visitor visitor, String name) {
    return visitor.register(
        "{\"client_name\":\"%s\",\"redirect_uris\":[\"%s\"],".formatted(name, REDIRECT)
            + "\"token_endpoint_auth_method\":\"none\"}");
  }

  private static void decide(String id, ClientState state, String reason) {
    var words = Optional.of(reason).filter(text -> !text.isEmpty());
    server
        .part(Roster.class)
        .administration()
        .decide(new ClientId(id), new Decision(state, words), Expected.any());
  }
}
