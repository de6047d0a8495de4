package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.store.InMemoryClientStore;
import io.roster.spring.Http.Form;
import io.roster.testkit.FailingClientStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** A server below a path, in memory, whose client store is one of the application's own. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "roster.issuer=http://localhost:9000/tenant")
class IssuerWithPathTest {
  @TestConfiguration
  static class OwnStore {
    @Bean
    FailingClientStore ownClientStore() {
      return new FailingClientStore(new InMemoryClientStore());
    }
  }

  @LocalServerPort private int port;
  @Autowired private FailingClientStore store;
  private Flow flow;

  @BeforeEach
  void start() {
    flow = new Flow(port, "/tenant");
  }

  @AfterEach
  void recover() {
    store.recover();
  }

  @Test
  void everyEndpointIsBelowThePath() {
    var client = flow.registerPublic();

    var tokens = flow.tokens(client);
    var refreshed = flow.token(Flow.refreshing(client, tokens.text("refresh_token").orElseThrow()));

    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(flow.program.get("/tenant/oauth/jwks").statusCode()).isEqualTo(200);
    assertThat(store.firstPage(10)).isNotEmpty();
  }

  @Test
  void nothingIsServedBesideThePath() {
    assertThat(flow.program.post("/oauth/token", Form.of("a", "b")).statusCode()).isNotIn(200, 400);
    assertThat(flow.program.call("POST", "/oauth/register", "{}").statusCode()).isNotIn(201, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-authorization-server/tenant",
        "/.well-known/openid-configuration/tenant",
        "/tenant/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/.well-known/openid-configuration"
      })
  void theDocumentIsWhereverClientsLook(String path) {
    var document = Http.json(flow.program.get(path));

    assertThat(document.text("issuer")).contains("http://localhost:9000/tenant");
    assertThat(document.text("token_endpoint"))
        .contains("http://localhost:9000/tenant/oauth/token");
  }

  @Test
  void whileTheStoreIsAwayClientsAreAskedToComeBack() {
    var client = flow.registerPublic();
    var alice = flow.alice();
    store.failAfter(0);

    var token = flow.token(Flow.refreshing(client, "x"));
    var authorization = flow.authorize(alice, Flow.request(client));

    assertThat(token.statusCode()).isEqualTo(503);
    assertThat(token.headers().firstValue("Retry-After")).isPresent();
    assertThat(Http.json(token).values()).containsOnlyKeys("error", "error_description");
    assertThat(authorization.statusCode()).isEqualTo(503);
  }

  @Test
  void anOutageInTheMiddleOfARedemptionCostsNobodyTheCode() {
    var client = flow.registerPublic();
    var form = Flow.redeeming(client, flow.code(flow.alice(), Flow.request(client)));

    for (int calls = 0; calls < 4; calls++) {
      store.failAfter(calls);
      assertThat(flow.token(form).statusCode()).isEqualTo(503);
      store.recover();
    }

    assertThat(flow.token(form).statusCode()).isEqualTo(200);
  }
}
