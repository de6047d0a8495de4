package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that nobody uses go, those in use stay, and whoever was purged finds the way back. */
class LifeCycleTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";
  private static final Map<String, String> HASTY =
      Map.of(
          "ROSTER_LIFE_CYCLE_NEVER_USED", "1s",
          "ROSTER_LIFE_CYCLE_IDLE", "1s",
          "ROSTER_CONSENT_REMEMBERED_FOR", "1s",
          "ROSTER_LIFE_CYCLE_PURGE_INTERVAL", "1s",
          "ROSTER_ACCESS_TOKEN_LIFETIME", "10s",
          "ROSTER_REFRESH_TOKEN_LIFETIME", "10s",
          // A code that was redeemed keeps its grant until it is over: so its reuse is noticed.
          "ROSTER_AUTHORIZATION_CODE_LIFETIME", "10s");

  @Test
  void anSdkClientWhoseRegistrationWasPurgedRecoversByItself() {
    var patientWithNewcomers = new HashMap<>(HASTY);
    patientWithNewcomers.put("ROSTER_LIFE_CYCLE_NEVER_USED", "1h");
    try (var roster = RunningRoster.start(patientWithNewcomers)) {
      roster.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
      int port = RunningProcess.freePort();
      var mcpUrl = "http://localhost:" + port + "/mcp";
      var mcpServer = mcpServer(port, roster);
      var client =
          RunningProcess.start(
              Checkout.newDirectory("recovery").resolve("log"),
              Map.of(
                  "SDK",
                  "v1",
                  "MCP_URL",
                  mcpUrl,
                  "USERNAME",
                  EndToEnd.USER,
                  "PASSWORD",
                  EndToEnd.PASSWORD),
              List.of("node", "server/src/test/js/recovery.mjs"));
      client.awaitOutput("away as ");
      var id = client.output().lines().findFirst().orElseThrow().substring("away as ".length());

      // Its grant is live for ten seconds, and for so long it stays.
      assertThat(roster.command("", "clients", "get", id)).contains(id);
      roster.awaitOutput("idle: " + id);
      client.say("go on\n");

      assertThat(client.awaitEnd()).as(client::output).isZero();
      assertThat(client.output()).contains("recovered as ");
      mcpServer.terminate();
    }
  }

  @Test
  void aPurgedClientIsToldWhatHappenedAndWhatToDo() {
    try (var roster = RunningRoster.start(HASTY)) {
      var client = roster.register(PublicClient.body(REDIRECT_URI));
      roster.awaitOutput("never used: " + client.clientId());
      var authorization = new Authorization(roster, client.clientId(), REDIRECT_URI);

      var page = new Browser(roster.issuer()).openPage(authorization.uri());
      var token = authorization.refreshWith("anything");
      var program = Http.send(Http.get(authorization.uri()).header("Accept", "application/json"));

      assertThat(page.status()).isEqualTo(400);
      assertThat(page.html().text())
          .contains("has to register again", "nobody had used it since it registered");
      assertThat(token.status()).isEqualTo(401);
      assertThat(token.json().get("error").asString()).isEqualTo("invalid_client");
      assertThat(program.json().get("error").asString()).isEqualTo("invalid_client");
      assertThat(client.read().status()).isEqualTo(401);
    }
  }

  @Test
  void whereTheOperatorAllowsItAPurgedClientComesBackWithoutNoticing() {
    var reviving = new HashMap<>(HASTY);
    reviving.put("ROSTER_LIFE_CYCLE_REVIVAL", "true");
    try (var roster = RunningRoster.start(reviving)) {
      roster.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
      var client = roster.register(PublicClient.body(REDIRECT_URI));
      roster.awaitOutput("never used: " + client.clientId());

      var tokens =
          new Authorization(roster, client.clientId(), REDIRECT_URI)
              .tokens(new Browser(roster.issuer()));

      assertThat(tokens.get("access_token").asString()).isNotEmpty();
      assertThat(roster.output()).contains("revived " + client.clientId());
    }
  }

  @Test
  void anOperatorPurgesByHandAndRotatesASecret() {
    var byHand =
        Map.of("ROSTER_LIFE_CYCLE_NEVER_USED", "1s", "ROSTER_LIFE_CYCLE_PURGE_INTERVAL", "0");
    try (var roster = RunningRoster.start(byHand)) {
      var client = roster.register(CONFIDENTIAL);
      var rotated =
          Http.JSON.readTree(roster.command("", "clients", "rotate-secret", client.clientId()));

      assertThat(errorFor(roster, client, client.secret())).isEqualTo("invalid_grant");
      assertThat(errorFor(roster, client, rotated.get("client_secret").asString()))
          .isEqualTo("invalid_grant");
      assertThat(errorFor(roster, client, "guessed")).isEqualTo("invalid_client");
      assertThat(roster.command("", "purge", "--dry-run")).contains("never_used");
      assertThat(roster.storedClients()).isEqualTo(1);
      assertThat(roster.command("", "purge", "--format", "json")).contains("\"clients\":1");
      assertThat(roster.storedClients()).isZero();
    }
  }

  private static final String CONFIDENTIAL =
      """
      {"redirect_uris":["https://app.example.com/cb"],\
      "grant_types":["authorization_code","refresh_token"],\
      "token_endpoint_auth_method":"client_secret_post"}\
      """;

  private static String errorFor(RunningRoster roster, Registration client, String secret) {
    var form =
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            "unknown",
            "client_id",
            client.clientId(),
            "client_secret",
            secret);
    return Http.send(Http.postForm(roster.at("/oauth/token"), form)).json().get("error").asString();
  }

  private static RunningProcess mcpServer(int port, RunningRoster roster) {
    var server =
        RunningProcess.start(
            Checkout.newDirectory("mcp-server").resolve("log"),
            Map.of(),
            List.of(
                "./examples/mcp-server/run",
                "--port",
                String.valueOf(port),
                "--issuer",
                roster.issuer().toString()));
    var metadata = "http://localhost:" + port + "/.well-known/oauth-protected-resource";
    server.awaitReady(URI.create(metadata));
    return server;
  }
}
