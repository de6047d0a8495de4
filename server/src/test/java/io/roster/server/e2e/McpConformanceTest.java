package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What MCP's own conformance package asks of an authorization server. */
@ExtendWith(EndToEnd.class)
class McpConformanceTest {
  private final RunningRoster roster;

  McpConformanceTest(RunningRoster roster) {
    this.roster = roster;
  }

  @Test
  void allScenariosForAuthorizationServersPass() {
    var directory = Checkout.newDirectory("conformance");
    var environment =
        Map.of(
            "RESULTS",
            directory.toString(),
            "ISSUER",
            roster.issuer().toString(),
            "PORT",
            String.valueOf(RunningProcess.freePort()),
            "USERNAME",
            EndToEnd.USER,
            "PASSWORD",
            EndToEnd.PASSWORD);
    var log = directory.resolve("log");

    var suite =
        RunningProcess.start(
            log, environment, List.of("node", "server/src/test/js/conformance.mjs"));

    assertThat(suite.awaitEnd()).as(suite::output).isZero();
    assertThat(suite.output()).contains("ok ");
  }
}
