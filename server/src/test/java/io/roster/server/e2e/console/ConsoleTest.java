package io.roster.server.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.e2e.Checkout;
import io.roster.server.e2e.EndToEnd;
import io.roster.server.e2e.Http;
import io.roster.server.e2e.RealBrowser;
import io.roster.server.e2e.RunningProcess;
import io.roster.server.e2e.RunningRoster;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody on call does in the console, with a hundred thousand clients on the roster. */
class ConsoleTest {
  private static final String PASSWORD = "correct horse battery staple";
  private static final String NEEDLE = "Client number 31415";
  private static final int SCENES = 6;
  private static final int LOOKS = 2;

  // As they would have come within the last month, at even distances; the last is the newest.
  private static final String CLIENTS =
      """
      WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 99999),
        times AS (
          SELECT n, (unixepoch() * 1000 - 2505600000) + n * 25000 AS at FROM numbers)
      INSERT INTO clients (client_id, metadata, token_digest, issued_at, revision, tier, state)
      SELECT 'mcp-client-' || printf('%012x%020x', at, n),
        '{"client_name":"Client number ' || n || '","redirect_uris":["https://app' || (n % 97)
          || '.example/callback"],"grant_types":["authorization_code"],"response_types":["code"],'
          || '"scope":"read write","token_endpoint_auth_method":"none"}',
        'sha256:' || printf('%043d', n), at, 1, 'open', 'active'
      FROM times
      """;

  @Test
  void administratorsFindDecideAndLookBack() {
    var settings =
        Map.of(
            "ROSTER_BOOTSTRAP_ADMIN_PASSWORD",
            PASSWORD,
            "ROSTER_POLICY_TIERS_OPEN_APPROVAL",
            "true");
    try (var roster = RunningRoster.start(settings)) {
      roster.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
      roster.tamper(CLIENTS);
      var mcpUrl = "http://localhost:" + RunningProcess.freePort() + "/mcp";
      var mcpServer = mcpServer(roster, URI.create(mcpUrl));

      var report =
          RealBrowser.play(
              "console.mjs",
              Map.of(
                  "ADMIN",
                  roster.admin("").toString(),
                  "USERNAME",
                  "admin",
                  "PASSWORD",
                  PASSWORD,
                  "NEEDLE",
                  NEEDLE,
                  "PERSON",
                  EndToEnd.USER,
                  "PERSONS_PASSWORD",
                  EndToEnd.PASSWORD,
                  "MCP_URL",
                  mcpUrl));

      mcpServer.terminate();
      assertThat(report.lines().filter(line -> line.startsWith("ok "))).hasSize(SCENES * LOOKS);
      assertNothingIsPublic(roster);
    }
  }

  private static RunningProcess mcpServer(RunningRoster roster, URI mcpUrl) {
    var server =
        RunningProcess.start(
            Checkout.newDirectory("mcp-server").resolve("log"),
            Map.of(),
            List.of(
                "./examples/mcp-server/run",
                "--port",
                String.valueOf(mcpUrl.getPort()),
                "--issuer",
                roster.issuer().toString()));
    server.awaitReady(mcpUrl.resolve("/.well-known/oauth-protected-resource"));
    return server;
  }

  /** Nothing of the console answers on the public port. */
  private static void assertNothingIsPublic(RunningRoster roster) {
    for (var path :
        List.of(
            "/sign-in",
            "/clients",
            "/approvals",
            "/audit",
            "/console.css",
            "/console.js",
            "/api/v1/clients",
            "/actuator/health")) {
      assertThat(Http.send(Http.get(roster.at(path))).status()).as(path).isEqualTo(404);
    }
  }
}
