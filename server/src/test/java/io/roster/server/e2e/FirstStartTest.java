package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a newcomer sees who starts Roster for the first time, and doesn't see the second time. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstStartTest {
  private static final Pattern PASSWORD = Pattern.compile("\\b(?:[a-z2-9]{5}-){4}[a-z2-9]{5}\\b");
  private static final Pattern CURL = Pattern.compile("curl (?:.*\\\\\\R)*.*");
  private static final String REDIRECT_URI = "http://127.0.0.1:3000/callback";

  private final RunningRoster roster = RunningRoster.start();
  private final String output;

  FirstStartTest() {
    roster.awaitOutput("is ready");
    output = roster.output();
  }

  @AfterAll
  void stop() {
    roster.close();
  }

  @Test
  void itPrintsOnePassword() {
    assertThat(PASSWORD.matcher(output).results()).hasSize(1);
  }

  @Test
  void theAdministratorSignsInWithIt() {
    var client = roster.register(PublicClient.body(REDIRECT_URI));
    var authorization = new Authorization(roster, client.clientId(), REDIRECT_URI);

    var tokens = authorization.tokens(new Browser(roster.issuer(), "admin", found(PASSWORD)));

    assertThat(tokens.get("access_token").isString()).isTrue();
  }

  @Test
  void thePrintedCurlRegistersAClient() {
    long before = roster.storedClients();
    var shell = List.of("sh", "-c", found(CURL) + " --fail --silent --show-error");

    var curl = RunningProcess.start(Checkout.newDirectory("curl").resolve("log"), Map.of(), shell);

    assertThat(curl.awaitEnd()).as(curl::output).isZero();
    assertThat(curl.output()).contains("\"client_id\":\"mcp-client-");
    assertThat(roster.storedClients()).isEqualTo(before + 1);
  }

  @Test
  void theSecondStartPrintsNeither() {
    roster.terminate();
    roster.startAgain();
    roster.awaitOutput("is ready");

    assertThat(roster.output()).doesNotContain("curl").doesNotContainPattern(PASSWORD);
  }

  private String found(Pattern pattern) {
    return pattern.matcher(output).results().findFirst().orElseThrow().group();
  }
}
