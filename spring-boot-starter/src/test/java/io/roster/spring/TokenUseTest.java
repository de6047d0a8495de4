package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.roster.core.json.Json;
import io.roster.spring.Http.Form;
import io.roster.spring.config.RosterProperties;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class TokenUseTest {
  private static final String MCP = "https://mcp.example/mcp";
  private static final String OTHER = "https://other.example/";

  @LocalServerPort private int port;
  @Autowired private RosterProperties properties;
  private Flow flow;
  private String client;

  @BeforeEach
  void start() {
    flow = new Flow(port);
    client = flow.registerPublic();
  }

  @Test
  void aTokenIsForTheIssuerWhenNoResourceWasNamed() throws Exception {
    assertThat(audience(Http.json(redeem(Flow.request(client)))))
        .containsExactly("http://localhost:9000");
  }

  @Test
  void aTokenIsForTheResourcesThatWereNamed() throws Exception {
    var tokens = Http.json(redeem(Flow.request(client).with("resource", MCP, OTHER)));

    assertThat(audience(tokens)).containsExactly(MCP, OTHER);
  }

  @Test
  void aTokenRequestMayNameFewerResourcesButNoOthers() throws Exception {
    var code = flow.code(flow.alice(), Flow.request(client).with("resource", MCP, OTHER));
    var form = Flow.redeeming(client, code);

    var other = flow.token(form.with("resource", "https://evil.example/"));
    var one = Http.json(flow.token(form.with("resource", OTHER)));
    var refreshing = Flow.refreshing(client, one.text("refresh_token").orElseThrow());
    var otherAgain = flow.token(refreshing.with("resource", "https://evil.example/"));
    var both = Http.json(flow.token(refreshing));

    assertThat(Http.text(other, "error")).isEqualTo("invalid_target");
    assertThat(audience(one)).containsExactly(OTHER);
    assertThat(Http.text(otherAgain, "error")).isEqualTo("invalid_target");
    assertThat(audience(both)).containsExactly(MCP, OTHER);
  }

  @Test
  void aResourceServerLearnsWhatATokenIsGoodFor() {
    var tokens = Http.json(redeem(Flow.request(client).with("resource", MCP)));

    var found = introspect(tokens.text("access_token").orElseThrow());

    assertThat(found.values().get("active")).isEqualTo(Json.TRUE);
    assertThat(found.text("sub")).contains("alice");
    assertThat(found.text("client_id")).contains(client);
    assertThat(found.text("iss")).contains("http://localhost:9000");
    assertThat(found.text("scope").orElseThrow().split(" ")).containsOnly("read", "write");
    assertThat(found.whole("exp")).isPresent();
  }

  @Test
  void introspectionIsNotForPublicClients() {
    var tokens = flow.tokens(client);

    var response =
        flow.program.post(
            "/oauth/introspect",
            Form.of("client_id", client, "token", tokens.text("access_token").orElseThrow()));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void aRevokedAccessTokenIsInactiveButItsGrantLivesOn() {
    var tokens = flow.tokens(client);
    var access = tokens.text("access_token").orElseThrow();

    var revoked = revoke(access);

    assertThat(revoked.statusCode()).isEqualTo(200);
    assertInactive(access);
    assertThat(refresh(tokens).statusCode()).isEqualTo(200);
  }

  @Test
  void aRevokedRefreshTokenEndsItsGrant() {
    var tokens = flow.tokens(client);

    revoke(tokens.text("refresh_token").orElseThrow());

    assertInactive(tokens.text("access_token").orElseThrow());
    assertThat(Http.text(refresh(tokens), "error")).isEqualTo("invalid_grant");
  }

  @Test
  void revokingWhatIsUnknownSucceeds() {
    assertThat(revoke("unknown").statusCode()).isEqualTo(200);
  }

  @Test
  void aCodeCantBeIntrospected() {
    assertInactive(flow.code(flow.alice(), Flow.request(client)));
  }

  @Test
  void nothingThatOpensADoorIsInTheDatabase() throws Exception {
    var secret = flow.register();
    var code = flow.code(flow.alice(), Flow.request(client));
    var tokens = Http.json(flow.token(Flow.redeeming(client, code)));
    var directory = Objects.requireNonNull(properties.data());

    var stored = contentOf(directory);

    assertThat(stored).contains(client);
    assertThat(stored).doesNotContain(code);
    for (var name : List.of("access_token", "refresh_token")) {
      assertThat(stored).doesNotContain(tokens.text(name).orElseThrow());
    }
    for (var name : List.of("client_secret", "registration_access_token")) {
      assertThat(stored).doesNotContain(secret.text(name).orElseThrow());
    }
  }

  @Test
  void aDeletedClientIsUnknownAtOnceAndSoAreItsTokens() {
    var registered = flow.register("\"token_endpoint_auth_method\":\"none\"");
    var id = registered.text("client_id").orElseThrow();
    var tokens = flow.tokens(id);
    var code = flow.code(flow.alice(), Flow.request(id));

    var deleted =
        flow.program.call(
            "DELETE",
            "/oauth/register/" + id,
            "",
            "Authorization",
            "Bearer " + registered.text("registration_access_token").orElseThrow());

    assertThat(deleted.statusCode()).isEqualTo(204);
    for (var form :
        List.of(
            Flow.redeeming(id, code),
            Flow.refreshing(id, tokens.text("refresh_token").orElseThrow()))) {
      assertThat(flow.token(form).statusCode()).isEqualTo(401);
      assertThat(Http.text(flow.token(form), "error")).isEqualTo("invalid_client");
    }
    assertInactive(tokens.text("access_token").orElseThrow());
    assertThat(flow.authorize(flow.alice(), Flow.request(id)).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> redeem(Form request) {
    return flow.token(Flow.redeeming(client, flow.code(flow.alice(), request)));
  }

  private HttpResponse<String> refresh(Json.Members tokens) {
    return flow.token(Flow.refreshing(client, tokens.text("refresh_token").orElseThrow()));
  }

  private HttpResponse<String> revoke(String token) {
    return flow.program.post("/oauth/revoke", Form.of("client_id", client, "token", token));
  }

  /** Asks as a client of its own, as a resource server does. */
  private Json.Members introspect(String token) {
    var server = flow.register("\"token_endpoint_auth_method\":\"client_secret_post\"");
    return Http.json(
        flow.program.post(
            "/oauth/introspect",
            Form.of(
                "client_id", server.text("client_id").orElseThrow(),
                "client_secret", server.text("client_secret").orElseThrow(),
                "token", token)));
  }

  private void assertInactive(String token) {
    assertThat(introspect(token).values()).containsOnlyKeys("active");
    assertThat(introspect(token).values().get("active")).isEqualTo(Json.FALSE);
  }

  private static List<String> audience(Json.Members tokens) throws ParseException {
    return SignedJWT.parse(tokens.text("access_token").orElseThrow())
        .getJWTClaimsSet()
        .getAudience();
  }

  private static String contentOf(Path directory) throws IOException {
    var content = new StringBuilder();
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        content.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return content.toString();
  }
}
