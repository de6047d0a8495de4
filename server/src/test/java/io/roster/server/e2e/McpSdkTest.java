package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official MCP SDKs, from the first refused call to the deletion of their registration. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpSdkTest {
  private static final int STEPS = 16;

  private final String mcpUrl;
  private final RunningProcess mcpServer;

  McpSdkTest(RunningRoster roster) {
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
                roster.issuer().toString()));
    mcpServer.awaitReady(URI.create(mcpUrl).resolve("/.well-known/oauth-protected-resource"));
  }

  @AfterAll
  void stop() {
    mcpServer.terminate();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, none",
    "v1, client_secret_basic",
    "v1, client_secret_post",
    "v2, none",
    "v2, client_secret_basic",
    "v2, client_secret_post"
  })
  void theWholeLifeOfAClientWorks(String sdk, String authMethod) {
    var environment =
        Map.of(
            "SDK", sdk,
            "AUTH_METHOD", authMethod,
            "MCP_URL", mcpUrl,
            "USERNAME", EndToEnd.USER,
            "PASSWORD", EndToEnd.PASSWORD);
    var log = Checkout.newDirectory("sdk-" + sdk + "-" + authMethod).resolve("log");

    var flow =
        RunningProcess.start(log, environment, List.of("node", "server/src/test/js/flow.mjs"));

    assertThat(flow.awaitEnd()).as(flow::output).isZero();
    assertThat(flow.output().lines().filter(line -> line.startsWith("ok "))).hasSize(STEPS);
  }
}
