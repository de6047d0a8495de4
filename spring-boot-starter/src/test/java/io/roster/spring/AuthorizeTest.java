package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.spring.Http.Form;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class AuthorizeTest {
  private static final String ISSUER = "http://localhost:9000";

  @LocalServerPort private int port;
  private Flow flow;
  private String client;

  @BeforeEach
  void start() {
    flow = new Flow(port);
    client = flow.registerPublic();
  }

  @Test
  void aPersonWhoIsNotSignedInIsSentToTheLoginPage() {
    var response = flow.authorize(Http.to(port), Flow.request(client));

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(Http.location(response).orElseThrow()).endsWith("/login");
  }

  @Test
  void aPersonWhoIsSignedInIsAskedEachTime() {
    var alice = flow.alice();
    flow.allow(alice, Flow.request(client));

    var again = flow.authorize(alice, Flow.request(client));

    assertThat(Http.location(again).orElseThrow()).contains("/oauth/consent?");
    assertThat(Http.answer(again).get("client_id")).isEqualTo(client);
    assertThat(Http.answer(again).get("scope").split(" ")).containsOnly("read", "write");
  }

  @Test
  void theAnswerNamesTheIssuerAndReturnsTheState() {
    var answer = flow.allow(flow.alice(), Flow.request(client).with("state", "a b&c=ü"));

    assertThat(Http.location(answer).orElseThrow()).startsWith(Flow.CALLBACK + "?code=");
    assertThat(Http.answer(answer).values()).containsOnlyKeys("code", "state", "iss");
    assertThat(Http.answer(answer).get("iss")).isEqualTo(ISSUER);
    assertThat(Http.answer(answer).get("state")).isEqualTo("a b&c=ü");
  }

  @Test
  void aDenialIsAnErrorThatNamesTheIssuerToo() {
    var alice = flow.alice();
    var consent = Http.answer(flow.authorize(alice, Flow.request(client)));

    var denied =
        alice.post("/oauth/authorize", Form.of("client_id", client, "state", consent.get("state")));

    assertThat(Http.answer(denied).get("error")).isEqualTo("access_denied");
    assertThat(Http.answer(denied).get("state")).isEqualTo("xyz");
    assertThat(Http.answer(denied).get("iss")).isEqualTo(ISSUER);
  }

  @Test
  void nobodyCanAnswerForSomeoneElse() {
    var consent = Http.answer(flow.authorize(flow.alice(), Flow.request(client)));
    var form = Form.of("client_id", client, "state", consent.get("state"), "scope", "read");

    var byBob = flow.signIn("bob", "builder").post("/oauth/authorize", form);

    assertIsPage(byBob);
  }

  @Test
  void aWayBackThatTheClientGaveUpMeanwhileIsNotTaken() {
    var registered = flow.register("\"token_endpoint_auth_method\":\"none\"");
    var id = registered.text("client_id").orElseThrow();
    var alice = flow.alice();
    var consent = Http.answer(flow.authorize(alice, Flow.request(id)));
    flow.program.call(
        "PATCH",
        "/oauth/register/" + id,
        "{\"redirect_uris\":[\"https://client.example/new\"]}",
        "Content-Type",
        "application/merge-patch+json",
        "Authorization",
        "Bearer " + registered.text("registration_access_token").orElseThrow());

    var answer =
        alice.post(
            "/oauth/authorize",
            Form.of("client_id", id, "state", consent.get("state"), "scope", "read"));

    assertIsPage(answer);
  }

  @Test
  void aScopeThatWasNotAskedForCantBeAllowed() {
    var alice = flow.alice();
    var consent = Http.answer(flow.authorize(alice, Flow.request(client).with("scope", "read")));
    var form = Form.of("client_id", client, "state", consent.get("state"), "scope", "write");

    var answer = alice.post("/oauth/authorize", form);

    assertThat(Http.answer(answer).get("error")).isEqualTo("invalid_scope");
  }

  @Test
  void askedScopesAreNarrowedToTheRegisteredOnes() {
    var consent =
        flow.authorize(flow.alice(), Flow.request(client).with("scope", "admin read openid"));

    assertThat(Http.answer(consent).get("scope")).isEqualTo("read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "openid", "mcp:tools", " "})
  void aScopeWithNothingRegisteredInItCountsAsNoneAsked(String scope) {
    var consent = flow.authorize(flow.alice(), Flow.request(client).with("scope", scope));

    assertThat(Http.answer(consent).get("scope")).isEqualTo("read write");
  }

  static Stream<Form> requestsWithoutATrustworthyWayBack() {
    return Stream.of(
        Form.of("client_id", "mcp-client-nobody"),
        Form.of("client_id", "https://client.example/metadata.json"),
        Form.of("client_id", "ü"),
        Form.of("redirect_uri", "https://evil.example/callback"),
        Form.of("redirect_uri", "http://127.0.0.1:8123/callback/.."),
        Form.of("redirect_uri", "http://127.0.0.1:8123/other"),
        Form.of("redirect_uri", "http://localhost:8123/callback"),
        Form.of("redirect_uri", "http://127.0.0.1:8123/callback?x=1"),
        Form.of("redirect_uri", "http://127.0.0.1:8123/callback#f"),
        Form.of("redirect_uri", "javascript:alert(1)"));
  }

  @ParameterizedTest
  @MethodSource("requestsWithoutATrustworthyWayBack")
  void aStrangerIsNeverSentAnywhere(Form change) {
    var request = Flow.request(client);
    for (var entry : change.values().entrySet()) {
      request = request.with(entry.getKey(), entry.getValue().getFirst());
    }

    assertIsPage(flow.authorize(Http.to(port), request));
    assertIsPage(flow.authorize(flow.alice(), request));
  }

  @Test
  void aRepeatedClientOrRedirectUriIsShownToThePerson() {
    var request = Flow.request(client);

    assertIsPage(flow.authorize(Http.to(port), request.with("client_id", client, client)));
    assertIsPage(
        flow.authorize(Http.to(port), request.with("redirect_uri", Flow.CALLBACK, Flow.CALLBACK)));
    assertIsPage(flow.authorize(Http.to(port), request.without("client_id")));
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge, '', invalid_request",
    "code_challenge, short, invalid_request",
    "code_challenge_method, '', invalid_request",
    "code_challenge_method, plain, invalid_request",
    "response_type, '', invalid_request",
    "response_type, token, unsupported_response_type",
    "response_mode, fragment, invalid_request",
    "scope, a\"b, invalid_scope",
    "resource, /mcp, invalid_target",
    "resource, https://mcp.example/#part, invalid_target",
    "prompt, none, login_required",
    "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
    "request_uri, urn:x, request_uri_not_supported"
  })
  void aFaultyRequestIsAnsweredWithAnError(String name, String value, String error) {
    var answer = Http.answer(flow.authorize(Http.to(port), Flow.request(client).with(name, value)));

    assertThat(answer.get("error")).isEqualTo(error);
    assertThat(answer.get("state")).isEqualTo("xyz");
    assertThat(answer.get("iss")).isEqualTo(ISSUER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"response_type", "code_challenge", "scope", "state"})
  void aRepeatedParameterIsAnError(String name) {
    var answer =
        Http.answer(flow.authorize(Http.to(port), Flow.request(client).with(name, "a", "b")));

    assertThat(answer.get("error")).isEqualTo("invalid_request");
  }

  @Test
  void aSilentRequestIsNeverGranted() {
    var answer =
        Http.answer(flow.authorize(flow.alice(), Flow.request(client).with("prompt", "none")));

    assertThat(answer.get("error")).isEqualTo("consent_required");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/callback, http://127.0.0.1:51234/callback",
    "http://127.0.0.1:8123/callback, http://127.0.0.1:1/callback",
    "http://localhost/callback, http://localhost:51234/callback",
    "http://[::1]:1/callback, http://[::1]:2/callback",
    "cursor://anysphere.cursor-mcp/oauth/callback, cursor://anysphere.cursor-mcp/oauth/callback",
    "com.example.app:/callback, com.example.app:/callback",
    "https://client.example/callback?x=1, https://client.example/callback?x=1"
  })
  void theCodeIsSentToEveryMatchOfARegisteredUri(String registered, String requested) {
    var id =
        Http.text(
            flow.program.call(
                "POST",
                "/oauth/register",
                "{\"redirect_uris\":[\"%s\"],\"token_endpoint_auth_method\":\"none\"}"
                    .formatted(registered)),
            "client_id");

    var answer = flow.allow(flow.alice(), Flow.request(id).with("redirect_uri", requested));

    assertThat(Http.location(answer).orElseThrow()).startsWith(requested);
    var code = Http.answer(answer).get("code");
    var token = flow.token(Flow.redeeming(id, code).with("redirect_uri", requested));
    assertThat(token.statusCode()).isEqualTo(200);
  }

  @Test
  void theOnlyRedirectUriNeedNotBeRepeated() {
    var answer = flow.allow(flow.alice(), Flow.request(client).without("redirect_uri"));

    assertThat(Http.location(answer).orElseThrow()).startsWith(Flow.CALLBACK);
    var code = Http.answer(answer).get("code");
    var token = flow.token(Flow.redeeming(client, code).without("redirect_uri"));
    assertThat(token.statusCode()).isEqualTo(200);
  }

  @Test
  void theAuthorizationEndpointIsClosedToScriptsOfOtherOrigins() {
    var response =
        Http.to(port)
            .get(
                "/oauth/authorize?" + Flow.request(client).encoded(),
                "Origin",
                "https://evil.example");

    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  private static void assertIsPage(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Http.location(response)).isEmpty();
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'");
  }
}
