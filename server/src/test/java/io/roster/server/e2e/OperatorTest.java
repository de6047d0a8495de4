package io.roster.server.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What an operator does at the command line counts for clients at once. */
@Timeout(value = 120, unit = SECONDS)
class OperatorTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";
  private static final String BODY =
      """
      {"client_name":"Someone","redirect_uris":["%s"],"token_endpoint_auth_method":"none"}"""
          .formatted(REDIRECT_URI);

  @Test
  void fiftyUsesAdmitFiftyOfTwoHundredAtOnce() throws Exception {
    try (var roster = RunningRoster.start(Map.of("ROSTER_REGISTRATION_MODE", "token"))) {
      var token = created(roster, "--uses", "50");
      Callable<Integer> registering = () -> register(roster, token).status();

      var statuses = new ArrayList<Integer>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Integer> done : threads.invokeAll(Collections.nCopies(200, registering))) {
          statuses.add(done.get());
        }
      }

      assertThat(statuses).containsOnly(201, 401).filteredOn(s -> s == 201).hasSize(50);
      assertThat(roster.storedClients()).isEqualTo(50);
    }
  }

  @Test
  void withoutATokenNobodyRegistersInModeToken() {
    try (var roster = RunningRoster.start(Map.of("ROSTER_REGISTRATION_MODE", "token"))) {
      var missing = Http.send(Http.postJson(roster.at("/oauth/register"), BODY));
      var wrong = register(roster, "wrong");

      assertThat(missing.status()).isEqualTo(401);
      assertThat(missing.header("www-authenticate")).contains("Bearer realm=\"roster\"");
      assertThat(wrong.header("www-authenticate").orElse("")).contains("invalid_token");
      var token = created(roster, "--uses", "1", "--note", "for a test");
      assertThat(register(roster, token).status()).isEqualTo(201);
      assertThat(register(roster, token).status()).isEqualTo(401);
      assertThat(roster.command("", "initial-tokens", "list")).contains("for a test");
    }
  }

  @Test
  void aRevokedTokenAdmitsNobody() {
    try (var roster = RunningRoster.start(Map.of("ROSTER_REGISTRATION_MODE", "token"))) {
      var token = created(roster, "--uses", "9");
      assertThat(register(roster, token).status()).isEqualTo(201);
      var listed = roster.command("", "initial-tokens", "list", "--format", "json");
      var id = Http.JSON.readTree(listed).get(0).get("id").asString();

      roster.command("", "initial-tokens", "revoke", id);

      assertThat(register(roster, token).status()).isEqualTo(401);
      assertThat(roster.storedClients()).isEqualTo(1);
    }
  }

  @Test
  void aClientWaitsForItsApproval() {
    try (var roster = RunningRoster.start(Map.of("ROSTER_POLICY_TIERS_OPEN_APPROVAL", "true"))) {
      var client = roster.register(BODY);
      var authorization = new Authorization(roster, client.clientId(), REDIRECT_URI);
      var waiting = new Browser(roster.issuer()).openPage(authorization.uri());

      assertThat(waiting.status()).isEqualTo(202);
      assertThat(waiting.html().text()).contains("Waiting for an approval");
      assertThat(roster.command("", "clients", "waiting")).contains(client.clientId());
      roster.command("", "clients", "approve", client.clientId());

      var allowed = new Browser(roster.issuer()).openPage(authorization.uri());
      assertThat(allowed.html().select("form")).isNotEmpty();
      roster.command("", "clients", "deny", client.clientId());
      var denied = new Browser(roster.issuer()).openPage(authorization.uri());
      assertThat(denied.html().text()).contains("was not approved");
    }
  }

  @Test
  void onlyAnAdministratorsClientActsForItself() {
    try (var roster = RunningRoster.start()) {
      var asking =
          """
          {"redirect_uris":["https://a.example/cb"],
           "grant_types":["authorization_code","client_credentials"]}""";
      var open = roster.register(asking).answer();
      var admitted =
          Http.JSON.readTree(
              roster.command(
                  "{\"grant_types\":[\"client_credentials\"]}", "clients", "create", "-"));

      assertThat(open.get("grant_types").toString()).doesNotContain("client_credentials");
      assertThat(ownToken(roster, open).json().get("error").asString())
          .isEqualTo("unauthorized_client");
      var token = ownToken(roster, admitted);
      assertThat(token.status()).as(token::body).isEqualTo(200);
      assertThat(token.json().get("scope").asString()).isEqualTo("read write");
    }
  }

  @Test
  void anExplanationStoresNothing() {
    try (var roster = RunningRoster.start()) {
      var explained = roster.command(BODY, "explain", "-");

      assertThat(explained).startsWith("Registered, just as it is.");
      assertThat(roster.storedClients()).isZero();
    }
  }

  private static String created(RunningRoster roster, String... options) {
    var words = new ArrayList<>(List.of("initial-tokens", "create"));
    words.addAll(List.of(options));
    var output = roster.command("", words.toArray(String[]::new)).strip();
    return output.substring(output.lastIndexOf('\n') + 1);
  }

  private static Http.Reply register(RunningRoster roster, String token) {
    return Http.send(
        Http.postJson(roster.at("/oauth/register"), BODY)
            .header("Authorization", "Bearer " + token));
  }

  private static Http.Reply ownToken(RunningRoster roster, JsonNode client) {
    var credentials =
        client.get("client_id").asString() + ":" + client.get("client_secret").asString();
    var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    return Http.send(
        Http.postForm(roster.at("/oauth/token"), Map.of("grant_type", "client_credentials"))
            .header("Authorization", "Basic " + basic));
  }
}
