package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nodes on one PostgreSQL behind a balancer that sends anyone anywhere. */
@ExtendWith(EndToEnd.class)
class NodesTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";

  private static RunningPostgres postgres;
  private static Balancer balancer;
  private static RunningRoster one;
  private static RunningRoster other;
  private static RunningProcess mcpServer;
  private static String mcpUrl;

  @BeforeAll
  static void startAll() {
    postgres = new RunningPostgres();
    balancer = new Balancer();
    var settings = new HashMap<>(postgres.settings());
    settings.put("ROSTER_ISSUER", "http://localhost:" + balancer.port());
    one = RunningRoster.start(settings);
    other = RunningRoster.start(settings);
    one.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
    balancer.use(one, other);
    int port = RunningProcess.freePort();
    mcpUrl = "http://localhost:" + port + "/mcp";
    mcpServer =
        RunningProcess.start(
            Checkout.newDirectory("mcp-server").resolve("log"),
            Map.of(),
            List.of(
                "./examples/mcp-server/run",
                "--port",
                String.valueOf(port),
                "--issuer",
                one.issuer().toString()));
    mcpServer.awaitReady(URI.create(mcpUrl).resolve("/.well-known/oauth-protected-resource"));
  }

  @AfterAll
  static void stopAll() {
    mcpServer.terminate();
    balancer.close();
    one.close();
    other.close();
    postgres.close();
  }

  @Test
  void aPersonSignsInAtOneNodeAllowsAtAnotherAndTheTokenIsTakenAtTheFirst() {
    balancer.use(one);
    var client = one.register(PublicClient.body(REDIRECT_URI));
    var authorization = new Authorization(one, client.clientId(), REDIRECT_URI);
    var browser = new Browser(one.issuer());
    var consent = browser.openPage(authorization.uri());

    balancer.use(other);
    var callback = browser.approve(consent);
    balancer.use(one);
    var tokens = authorization.redeem(callback);
    balancer.use(other);
    var refreshed = authorization.refresh(tokens);

    assertThat(refreshed.status()).as(refreshed::body).isEqualTo(200);
    balancer.use(one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "v1, the authorization request has PKCE and names the resource",
    "v2, the tool knows who calls"
  })
  void theWholeLifeOfAnSdkClientGoesOnWhenOneNodeIsKilled(String sdk, String step) {
    var environment =
        Map.of(
            "SDK",
            sdk,
            "AUTH_METHOD",
            "none",
            "MCP_URL",
            mcpUrl,
            "USERNAME",
            EndToEnd.USER,
            "PASSWORD",
            EndToEnd.PASSWORD,
            "PAUSE_AFTER",
            step);
    var log = Checkout.newDirectory("sdk-nodes-" + sdk).resolve("log");
    var flow =
        RunningProcess.start(log, environment, List.of("node", "server/src/test/js/flow.mjs"));

    flow.awaitOutput("paused");
    one.kill();
    flow.say("go on\n");

    assertThat(flow.awaitEnd()).as(flow::output).isZero();
    assertThat(flow.output().lines().filter(line -> line.startsWith("ok "))).hasSize(16);
    one.startAgain();
  }
}
