package io.roster.example.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpServerExampleTest {
  private static final String WHOAMI = call("whoami", "{}");

  private final HttpClient http = HttpClient.newHttpClient();
  private final LoopbackIssuer issuer;
  private final McpServerExample example;

  McpServerExampleTest() throws Exception {
    issuer = new LoopbackIssuer();
    example = McpServerExample.start(new Settings(0, issuer.uri()));
  }

  @AfterAll
  void stop() throws Exception {
    example.stop();
    issuer.stop();
  }

  @Test
  void aCallerWithoutTokenLearnsWhereTheMetadataIs() throws Exception {
    var refused = send(request(WHOAMI));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused))
        .startsWith("Bearer ")
        .contains("resource_metadata=\"" + metadataUri() + "\"")
        .contains("scope=\"read\"")
        .doesNotContain("error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/mcp"})
  void theMetadataNamesTheResourceAndItsIssuer(String suffix) throws Exception {
    var uri = example.url().resolve("/.well-known/oauth-protected-resource" + suffix);

    var metadata = send(HttpRequest.newBuilder(uri));

    assertThat(metadata.statusCode()).isEqualTo(200);
    assertThat(metadata.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(JSONObjectUtils.parse(metadata.body()))
        .containsEntry("resource", example.url().toString())
        .containsEntry("authorization_servers", List.of(issuer.uri().toString()))
        .containsEntry("scopes_supported", List.of("read"))
        .containsEntry("bearer_methods_supported", List.of("header"));
  }

  @Test
  void aGoodTokenOpensTheToolThatSaysWhoCalls() throws Exception {
    var reply = send(authorized(issuer.token(example.url(), claims -> claims), WHOAMI));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(said(reply))
        .contains("\"sub\":\"alice\"", "\"client_id\":\"mcp-client-1\"")
        .contains("\"scope\":\"read write\"", "\"aud\":[\"" + example.url() + "\"]");
  }

  @Test
  void aScopeClaimMayBeAnArray() throws Exception {
    var token = issuer.token(example.url(), claims -> claims.claim("scope", List.of("read")));

    assertThat(said(send(authorized(token, WHOAMI)))).contains("\"scope\":\"read\"");
  }

  @Test
  void theToolAddsNumbers() throws Exception {
    var token = issuer.token(example.url(), claims -> claims);

    var reply = send(authorized(token, call("add", "{\"a\":40,\"b\":2}")));

    assertThat(said(reply)).isEqualTo("42.0");
  }

  @Test
  void aTokenForAnotherServerIsInvalid() throws Exception {
    var token = issuer.token(example.url(), claims -> claims.audience("http://localhost:1/mcp"));

    assertInvalid(token);
  }

  @Test
  void aTokenOfAnotherIssuerIsInvalid() throws Exception {
    var token = issuer.token(example.url(), claims -> claims.issuer("http://localhost:1"));

    assertInvalid(token);
  }

  @Test
  void anExpiredTokenIsInvalid() throws Exception {
    var past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
    var token = issuer.token(example.url(), claims -> claims.expirationTime(past));

    assertInvalid(token);
  }

  @Test
  void aTokenWithoutExpiryIsInvalid() throws Exception {
    var token = issuer.token(example.url(), claims -> claims.claim("exp", null));

    assertInvalid(token);
  }

  @Test
  void aTokenSignedByAStrangerIsInvalid() throws Exception {
    assertInvalid(issuer.tokenByStrangersKey(example.url()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "logout+jwt"})
  void aJwtThatIsNoAccessTokenIsInvalid(String type) throws Exception {
    assertInvalid(issuer.tokenOfType(type, example.url()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
  void whatIsNoJwtIsInvalid(String token) throws Exception {
    assertInvalid(token);
  }

  @Test
  void aTokenWithoutTheScopeIsForbidden() throws Exception {
    var token = issuer.token(example.url(), claims -> claims.claim("scope", "write"));

    var refused = send(authorized(token, WHOAMI));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(challenge(refused)).contains("error=\"insufficient_scope\"", "scope=\"read\"");
  }

  @Test
  void anUnreachableIssuerIsNotTheCallersFault() throws Exception {
    var alone = McpServerExample.start(new Settings(0, URI.create("http://127.0.0.1:1")));
    try {
      var token = issuer.token(alone.url(), claims -> claims);

      var reply = send(authorized(token, WHOAMI).uri(alone.url()));

      assertThat(reply.statusCode()).isEqualTo(503);
    } finally {
      alone.stop();
    }
  }

  @Test
  void aBrowserOfAnyOriginMayAskAndReadTheChallenge() throws Exception {
    var origin = "http://localhost:6274";

    var preflight =
        send(
            HttpRequest.newBuilder(example.url())
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type"));
    var refused = send(request(WHOAMI).header("Origin", origin));

    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Authorization");
    assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(header(refused, "Access-Control-Expose-Headers")).contains("WWW-Authenticate");
  }

  private void assertInvalid(String token) throws Exception {
    var refused = send(authorized(token, WHOAMI));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused))
        .contains("error=\"invalid_token\"")
        .contains("resource_metadata=\"" + metadataUri() + "\"");
  }

  private String metadataUri() {
    return example.url().resolve("/.well-known/oauth-protected-resource/mcp").toString();
  }

  private HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(example.url())
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder authorized(String token, String body) {
    return request(body).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String call(String tool, String arguments) {
    return """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}"""
        .formatted(tool, arguments);
  }

  /** The text of the tool's only answer. */
  private static String said(HttpResponse<String> reply) throws Exception {
    var result = JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(reply.body()), "result");
    return JSONObjectUtils.getString(
        JSONObjectUtils.getJSONObjectArray(result, "content")[0], "text");
  }

  private static String challenge(HttpResponse<String> response) {
    return header(response, "WWW-Authenticate");
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
