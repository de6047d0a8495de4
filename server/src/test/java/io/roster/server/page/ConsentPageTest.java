package io.roster.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person is told and asked, requirements 6.7, 6.10, 6.17, P11 and P12. */
class ConsentPageTest {
  private static final String WEB = "https://app.example/callback";
  private static final String LOOPBACK = "http://127.0.0.1:3000/callback";

  private final Visitor visitor = new Visitor(RunningServer.shared());

  @Test
  void itNamesTheClientAndTheHostTheAnswerGoesTo() {
    var page = pageOf("Photo Printer", WEB);

    assertThat(page.html().select("h1 bdi").text()).isEqualTo("Photo Printer");
    assertThat(page.html().select(".target strong").text()).isEqualTo("app.example");
  }

  @Test
  void itSaysThatNobodyCheckedTheClient() {
    assertThat(pageOf("Photo Printer", WEB).text())
        .contains("Unverified. This application registered itself less than a minute ago");
  }

  @Test
  void aClientWithoutANameGoesByItsId() {
    var id = visitor.register("{\"redirect_uris\":[\"" + WEB + "\"]}");

    var page = visitor.consentPage(Visitor.authorization(id, WEB));

    assertThat(page.html().select("h1 bdi").text()).isEqualTo(id);
  }

  @Test
  void aNameIsTextAndStaysInItsPlace() {
    var page = pageOf("<b>Claude</b> & \\\"friends\\\" עברית", WEB);

    assertThat(page.html().select("h1 b")).isEmpty();
    assertThat(page.html().select("h1 bdi").text()).isEqualTo("<b>Claude</b> & \"friends\" עברית");
  }

  @Test
  void punycodeIsShownAsItIs() {
    assertThat(pageOf("Bank", "https://xn--80ak6aa92e.com/cb").html().select(".target").text())
        .contains("xn--80ak6aa92e.com");
  }

  @Test
  void anAppIsShownByItsScheme() {
    var page = pageOf("Cursor", "cursor://anysphere.cursor-mcp/oauth/callback");

    assertThat(page.html().select(".target strong").text())
        .isEqualTo("cursor://anysphere.cursor-mcp");
  }

  @Test
  void aClientOnThisComputerOnlyComesWithAWarning() {
    assertThat(pageOf("Inspector", LOOPBACK).html().select(".warning").text())
        .startsWith("It runs on your own computer.");
    assertThat(pageOf("Printer", WEB).html().select(".warning")).isEmpty();
  }

  @Test
  void aKnownApplicationIsSaidToLookLikeItself() {
    var page = pageOf("Cursor", "cursor://anysphere.cursor-mcp/oauth/callback");

    assertThat(page.html().select(".likeness").text())
        .isEqualTo("It looks like Cursor, not verified.");
  }

  @Test
  void scopesAreListedInWords() {
    assertThat(pageOf("Printer", WEB).html().select("label.scope").eachText())
        .containsExactly("See your data read", "Create, change and delete your data write");
  }

  @Test
  void noForeignImageIsLoaded() {
    var id =
        visitor.register(
            "{\"client_name\":\"Printer\",\"logo_uri\":\"https://app.example/logo.png\","
                + "\"redirect_uris\":[\""
                + WEB
                + "\"]}");

    var page = visitor.consentPage(Visitor.authorization(id, WEB));

    assertThat(page.html().select("img")).isEmpty();
    assertThat(page.reply().body()).doesNotContain("logo.png");
  }

  @Test
  void theFormMayLeadToThisClientAndNowhereElse() {
    assertThat(pageOf("Printer", WEB).header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' https://app.example");
  }

  @Test
  void allowSendsACodeToTheClient() {
    var answer = visitor.submit(pageOf("Printer", LOOPBACK), "allow", Map.of());

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location"))
        .startsWith(LOOPBACK + "?code=")
        .contains("state=the-clients-state")
        .contains("iss=http");
  }

  @Test
  void denySendsARefusalToTheClientWhateverIsTicked() {
    var page = pageOf("Printer", LOOPBACK);

    var answer = visitor.submit(page, "deny", Map.of());

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location"))
        .startsWith(LOOPBACK + "?error=access_denied")
        .contains("state=the-clients-state");
  }

  @Test
  void aQuestionIsAnsweredOnce() {
    var page = pageOf("Printer", LOOPBACK);
    visitor.submit(page, "deny", Map.of());

    var again = visitor.submit(page, "allow", Map.of());

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("can't be answered");
  }

  @Test
  void aFormOfAnotherBrowserIsRefused() {
    var page = pageOf("Printer", LOOPBACK);
    var other = new Visitor(RunningServer.shared());
    var id = visitor.register("{\"redirect_uris\":[\"" + LOOPBACK + "\"]}");
    other.consentPage(Visitor.authorization(id, LOOPBACK));

    // The same person, signed in twice.
    var answer = other.submit(page, "allow", Map.of());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("This form is no longer valid");
    assertThat(visitor.submit(page, "allow", Map.of()).status()).isEqualTo(302);
  }

  @Test
  void aFormForAnotherQuestionOrClientIsRefused() {
    var one = pageOf("Printer", LOOPBACK).html();
    var other = pageOf("Scanner", LOOPBACK);
    for (var field : List.of("state", "client_id", "seal")) {
      var swapped = Map.of(field, one.select("[name=" + field + "]").val());

      var answer = visitor.submit(other, "allow", swapped);

      assertThat(answer.status()).as(field).isEqualTo(403);
    }
  }

  @Test
  void noDisguiseOfTheFormSavesItsSeal() {
    var page = pageOf("Printer", LOOPBACK).html();
    var fields =
        "client_id="
            + page.select("[name=client_id]").val()
            + "&state="
            + URLEncoder.encode(page.select("[name=state]").val(), UTF_8)
            + "&scope=read";
    for (var disguise : List.of("", "&redirect_uri=", "&code_challenge=", "&seal=", "&x=y")) {
      var answer = visitor.post("/oauth/authorize", fields + disguise);
      assertThat(answer.header("Location")).as(disguise).isEmpty();
      var encoded = visitor.post("/oauth/%61uthorize", fields + disguise);
      assertThat(encoded.header("Location")).as(disguise).doesNotContain("code=");
    }
  }

  @Test
  void aDenialDoesNotSendAnyoneToAStranger() {
    var answer = visitor.submit(pageOf("Printer", WEB), "deny", Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.html().select("h1").text()).isEqualTo("Nothing was allowed");
    assertThat(answer.html().select("a.button").attr("href"))
        .startsWith(WEB + "?error=access_denied")
        .contains("state=the-clients-state");
  }

  @Test
  void aQuestionToSomebodyElseIsNotShown() {
    var page = pageOf("Printer", LOOPBACK);
    var address = page.reply().uri().getPath() + "?" + page.reply().uri().getRawQuery();

    var stranger = new Visitor(RunningServer.shared()).get(address);

    assertThat(stranger.status()).isEqualTo(303);
    assertThat(stranger.header("Location")).startsWith("/login?continue=%2Foauth%2Fconsent");
  }

  @Test
  void aQuestionNobodyAskedIsExplained() {
    pageOf("Printer", LOOPBACK);

    var page = visitor.get("/oauth/consent?client_id=a&state=made-up&scope=read");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("There is nothing to allow");
  }

  @Test
  void anotherAccountIsAskedTheSameQuestion() {
    var page = pageOf("Printer", LOOPBACK);
    var signOut = page.html().select("form[action=/logout]").getFirst();

    var out =
        visitor.post(
            "/logout",
            "_csrf="
                + signOut.select("[name=_csrf]").val()
                + "&continue="
                + URLEncoder.encode(signOut.select("[name=continue]").val(), UTF_8));

    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Location")).startsWith("/login?continue=%2Foauth%2Fauthorize%3F");
    assertThat(visitor.follow(out).html().select("[name=continue]").val())
        .contains("client_id=mcp-client-")
        .contains("code_challenge=" + Visitor.CHALLENGE);
  }

  private Page pageOf(String name, String redirectUri) {
    var id =
        visitor.register(
            "{\"client_name\":\"%s\",\"redirect_uris\":[\"%s\"]}".formatted(name, redirectUri));
    var page = visitor.consentPage(Visitor.authorization(id, redirectUri));
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page;
  }
}
