package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person is told before they allow a client anything, MCP security considerations. */
@ExtendWith(EndToEnd.class)
class ConsentTest {
  private static final String ON_THE_WEB = "https://client.example.com/callback";
  private static final String ON_THIS_COMPUTER = "http://127.0.0.1:53682/callback";
  private static final String WARNING = "It runs on your own computer.";

  private final RunningRoster roster;

  ConsentTest(RunningRoster roster) {
    this.roster = roster;
  }

  @Test
  void aClientThatRegisteredItselfIsUnverified() {
    assertThat(consent(ON_THE_WEB)).contains("Unverified.").contains("client.example.com");
    assertThat(consent(ON_THIS_COMPUTER)).contains("Unverified.").contains("127.0.0.1");
  }

  @Test
  void aClientOfThisComputerAloneComesWithAWarning() {
    assertThat(consent(ON_THIS_COMPUTER)).contains(WARNING);
    assertThat(consent(ON_THE_WEB)).doesNotContain(WARNING);
  }

  private String consent(String redirectUri) {
    var client = roster.register(PublicClient.body(redirectUri));
    var authorization = new Authorization(roster, client.clientId(), redirectUri);
    var page = new Browser(roster.issuer()).openPage(authorization.uri());
    assertThat(page.status()).as(page.html()::text).isEqualTo(200);
    return page.html().text();
  }
}
