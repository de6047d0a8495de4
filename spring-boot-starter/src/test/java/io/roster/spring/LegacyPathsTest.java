package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.spring.Http.Form;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The fallback of MCP 2025-03-26, on a server whose own paths are below another. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"roster.issuer=http://localhost:9000/tenant", "roster.legacy-paths=true"})
class LegacyPathsTest {
  @LocalServerPort private int port;

  @Test
  void theWholeFlowWorksAtTheRootOfTheHost() {
    var flow = new Flow(port, "/tenant");
    var registered =
        flow.program.call(
            "POST",
            "/register",
            "{\"redirect_uris\":[\""
                + Flow.CALLBACK
                + "\"],\"token_endpoint_auth_method\":\"none\"}");
    var client = Http.json(registered).text("client_id").orElseThrow();
    var alice = flow.alice();
    var consent = Http.answer(alice.get("/authorize?" + Flow.request(client).encoded()));

    var allowed =
        alice.post(
            "/authorize",
            Form.of("client_id", client, "state", consent.get("state"))
                .with("scope", consent.get("scope").split(" ")));
    var code = Http.answer(allowed).get("code");
    var tokens = flow.program.post("/token", Flow.redeeming(client, code));

    assertThat(registered.statusCode()).isEqualTo(201);
    assertThat(Http.answer(allowed).get("iss")).isEqualTo("http://localhost:9000/tenant");
    assertThat(tokens.statusCode()).isEqualTo(200);
  }

  @Test
  void errorsNameTheIssuerToo() {
    var flow = new Flow(port, "/tenant");
    var request = Flow.request(flow.registerPublic()).with("code_challenge_method", "plain");

    var refused = flow.alice().get("/authorize?" + request.encoded());

    assertThat(Http.answer(refused).get("error")).isEqualTo("invalid_request");
    assertThat(Http.answer(refused).get("iss")).isEqualTo("http://localhost:9000/tenant");
  }

  @Test
  void pagesOfAnyOriginMayCallTheTokenEndpoint() {
    var reply =
        new Flow(port)
            .program.post(
                "/token", Form.of("grant_type", "x"), "Origin", "https://inspector.example");

    assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void theEndpointsStayWhereTheyAre() {
    var flow = new Flow(port, "/tenant");

    assertThat(flow.tokens(flow.registerPublic()).text("access_token")).isPresent();
  }
}
