package io.roster.server.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.e2e.Checkout;
import io.roster.server.e2e.EndToEnd;
import io.roster.server.e2e.RealBrowser;
import io.roster.server.e2e.RunningProcess;
import io.roster.server.e2e.RunningRoster;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People wait in a real browser for applications of the official SDKs, and an administrator decides
 * at the command line meanwhile.
 */
@ExtendWith(EndToEnd.class)
class ApprovalTest {
  private static final int SCENES = 3;
  private static final int WIDTHS = 2;

  private static RunningRoster roster;
  private static RunningProcess mcpServer;
  private static String mcpUrl;

  @BeforeAll
  static void startAll() {
    roster =
        RunningRoster.start(
            Map.of(
                "ROSTER_POLICY_TIERS_OPEN_APPROVAL", "true",
                "ROSTER_APPROVALCONTACT", "the tools team"));
    roster.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
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
  static void stopAll() {
    mcpServer.terminate();
    roster.close();
  }

  @Test
  void whoeverWaitsGoesOnWhenItIsDecided() {
    var report =
        RealBrowser.play(
            "approval.mjs",
            Map.of(
                "MCP_URL",
                mcpUrl,
                "USERNAME",
                EndToEnd.USER,
                "PASSWORD",
                EndToEnd.PASSWORD,
                "ROSTER_DATA",
                roster.data()));

    assertThat(report.lines().filter(line -> line.startsWith("ok "))).hasSize(SCENES * WIDTHS);
    // Of the two clients that are alike only one is told of.
    assertThat(roster.output().lines())
        .filteredOn(line -> line.contains("approval needed for"))
        .hasSize(SCENES * WIDTHS)
        .allMatch(line -> line.contains("WARN") && line.contains("; decide at http://127.0.0.1:"));
  }
}
