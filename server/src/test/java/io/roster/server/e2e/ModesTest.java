package io.roster.server.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator sets about rules and doors, as the environment has it. */
@Timeout(value = 120, unit = SECONDS)
class ModesTest {
  @Test
  void eachRuleDoesWhatItIsSetTo() {
    var settings = new HashMap<String, String>();
    settings.put("ROSTER_POLICY_MODES_REDIRECTURITRANSPORT", "strip");
    settings.put("ROSTER_POLICY_MODES_SCOPEWITHINCEILING", "reject");
    settings.put("ROSTER_POLICY_MODES_CONTACTSREACHABLE", "hold");
    settings.put("ROSTER_POLICY_RESERVEDNAMES", "Acme");
    settings.put("ROSTER_POLICY_EXPLAINERRORS", "true");
    try (var roster = RunningRoster.start(settings)) {
      var stripped =
          roster.register(
              body("\"redirect_uris\":[\"http://a.example/\",\"https://b.example/cb\"]"));
      var coerced =
          roster.register(
              body(
                  "\"redirect_uris\":[\"https://b.example/cb\"],"
                      + "\"grant_types\":[\"authorization_code\",\"implicit\"]"));
      var held =
          roster.register(
              body("\"redirect_uris\":[\"https://b.example/cb\"],\"contacts\":[\"nobody\"]"));
      var warned =
          roster.register(
              body(
                  "\"redirect_uris\":[\"https://b.example/cb\"],"
                      + "\"client_uri\":\"https://elsewhere.example/\""));
      var scope =
          refused(roster, body("\"redirect_uris\":[\"https://b.example/cb\"],\"scope\":\"admin\""));
      var reserved =
          refused(
              roster,
              body("\"redirect_uris\":[\"https://b.example/cb\"],\"client_name\":\"\u0410cme\""));

      assertThat(stripped.answer().get("redirect_uris").toString())
          .isEqualTo("[\"https://b.example/cb\"]");
      assertThat(coerced.answer().get("grant_types").toString())
          .isEqualTo("[\"authorization_code\"]");
      assertThat(roster.command("", "clients", "list", "--state", "pending"))
          .contains(held.clientId())
          .doesNotContain(warned.clientId());
      roster.awaitOutput("warned by pages-on-the-redirect-host");
      assertThat(scope).isEqualTo("scope-within-ceiling rejected");
      assertThat(reserved).isEqualTo("name-not-reserved rejected");
    }
  }

  @Test
  void aClosedDoorIsClosedToAllButAdministrators() {
    try (var roster = RunningRoster.start(Map.of("ROSTER_REGISTRATION_MODE", "closed"))) {
      var body = body("\"redirect_uris\":[\"https://b.example/cb\"]");

      assertThat(Http.send(Http.postJson(roster.at("/oauth/register"), body)).status())
          .isEqualTo(403);
      assertThat(roster.command(body, "clients", "create", "-")).contains("administrator");
      assertThat(roster.storedClients()).isEqualTo(1);
    }
  }

  private static String body(String members) {
    return "{" + members + ",\"token_endpoint_auth_method\":\"none\"}";
  }

  /** The first rule that refuses, and what it is said to have done. */
  private static String refused(RunningRoster roster, String body) {
    var reply = Http.send(Http.postJson(roster.at("/oauth/register"), body));
    assertThat(reply.status()).as(reply::body).isEqualTo(400);
    var first = reply.json().get("violations").get(0);
    return first.get("rule").asString() + " " + first.get("decision").asString();
  }
}
