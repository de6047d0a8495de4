package io.roster.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.page.Visitor;
import io.roster.server.serve.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server makes of a provider it asks for the first time. */
class ProviderDiscoveryTest {
  private final ScriptedProvider provider = new ScriptedProvider();
  private RunningServer server;
  private Visitor visitor;

  @BeforeEach
  void start() {
    provider.reset("Subject-1");
    server = RunningServer.start(provider.settings().toArray(String[]::new));
    visitor = new Visitor(server);
  }

  @AfterEach
  void stop() {
    server.close();
    provider.close();
  }

  @Test
  void aServerStartsWithoutTheProviderAndSaysThatItIsAway() {
    provider.status = 500;

    var page = visitor.get("/login/with/there?continue=%2Foauth%2Fauthorize%3Fa");

    assertThat(page.status()).isEqualTo(503);
    assertThat(page.html().expectFirst("[role=alert]").text())
        .isEqualTo("The Place can't be reached just now. Try again in a minute.");
    assertThat(page.html().select("input[type=password]")).isNotEmpty();
  }

  @Test
  void whileAProviderIsAwayItIsNotAskedByEveryone() {
    provider.status = 500;

    visitor.get("/login/with/there");
    visitor.get("/login/with/there");

    assertThat(provider.asked).hasSize(1);
  }

  @Test
  void aDocumentThatGoesOnAndOnIsNotRead() {
    provider.padding = " ".repeat(300_000);

    assertThat(visitor.get("/login/with/there").status()).isEqualTo(503);
  }

  @Test
  void aRedirectIsNotFollowed() {
    provider.status = 302;

    assertThat(visitor.get("/login/with/there").status()).isEqualTo(503);
    assertThat(provider.asked).containsExactly("/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, https://evil.example",
    "token_endpoint, http://evil.example/token",
    "authorization_endpoint, javascript:alert(1)",
    "jwks_uri, ''"
  })
  void aDocumentThatLeadsAstrayIsNotUsed(String member, String value) {
    provider.discovery.put(member, value);

    assertThat(visitor.get("/login/with/there").status()).isEqualTo(503);
  }

  @Test
  void anUnknownProviderIsNotThere() {
    assertThat(visitor.get("/login/with/nobody").status()).isEqualTo(404);
    assertThat(visitor.get("/login/with/nobody/callback?state=x").status()).isEqualTo(404);
  }
}
