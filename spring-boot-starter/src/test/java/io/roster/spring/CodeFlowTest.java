package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.roster.core.json.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class CodeFlowTest {
  @LocalServerPort private int port;
  private Flow flow;
  private String client;

  @BeforeEach
  void start() {
    flow = new Flow(port);
    client = flow.registerPublic();
  }

  @Test
  void aPublicClientGetsTokensForItsCodeAndRefreshesThem() {
    var tokens = flow.tokens(client);

    var refreshed = flow.token(Flow.refreshing(client, refreshToken(tokens)));

    assertThat(tokens.text("token_type")).contains("Bearer");
    assertThat(tokens.text("scope")).contains("read write");
    assertThat(tokens.whole("expires_in").orElseThrow()).isBetween(290L, 300L);
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(refreshed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(Http.text(refreshed, "scope")).isEqualTo("read write");
    assertThat(Http.text(refreshed, "refresh_token")).isNotEqualTo(refreshToken(tokens));
  }

  @Test
  void anAccessTokenIsSignedAndSaysWhatRfc9068AsksFor() throws Exception {
    var token = SignedJWT.parse(flow.tokens(client).text("access_token").orElseThrow());
    var keys = JWKSet.parse(flow.program.get("/oauth/jwks").body());

    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getClaims())
        .containsOnlyKeys("iss", "sub", "aud", "client_id", "scope", "jti", "iat", "exp")
        .containsEntry("iss", "http://localhost:9000")
        .containsEntry("sub", "alice")
        .containsEntry("client_id", client)
        .containsEntry("scope", "read write");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifier() {
    var code = flow.code(flow.alice(), Flow.request(client));

    var wrong = flow.token(Flow.redeeming(client, code).with("code_verifier", "x".repeat(43)));
    var none = flow.token(Flow.redeeming(client, code).without("code_verifier"));

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(Http.text(wrong, "error")).isEqualTo("invalid_grant");
    assertThat(Http.text(none, "error")).isEqualTo("invalid_grant");
  }

  @Test
  void aCodeUsedAgainEndsTheTokensItGave() {
    var code = flow.code(flow.alice(), Flow.request(client));
    var tokens = Http.json(flow.token(Flow.redeeming(client, code)));

    var again = flow.token(Flow.redeeming(client, code));

    assertThat(Http.text(again, "error")).isEqualTo("invalid_grant");
    var refresh = flow.token(Flow.refreshing(client, refreshToken(tokens)));
    assertThat(Http.text(refresh, "error")).isEqualTo("invalid_grant");
  }

  @Test
  void ofManyUsesOfACodeAtOnceOneWins() {
    var code = flow.code(flow.alice(), Flow.request(client));
    var form = Flow.redeeming(client, code);

    var statuses = Together.call(8, () -> flow.token(form).statusCode());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(7);
  }

  @Test
  void ofManyUsesOfARefreshTokenAtOnceOneWins() {
    var form = Flow.refreshing(client, refreshToken(flow.tokens(client)));

    var statuses = Together.call(8, () -> flow.token(form).statusCode());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(7);
  }

  @Test
  void aSpentRefreshTokenEndsTheWholeGrantHoweverOldItIs() {
    var first = refreshToken(flow.tokens(client));
    var latest = first;
    for (int i = 0; i < 5; i++) {
      latest = Http.text(flow.token(Flow.refreshing(client, latest)), "refresh_token");
    }

    var stolen = flow.token(Flow.refreshing(client, first));

    assertThat(Http.text(stolen, "error")).isEqualTo("invalid_grant");
    var owner = flow.token(Flow.refreshing(client, latest));
    assertThat(Http.text(owner, "error")).isEqualTo("invalid_grant");
  }

  @Test
  void aRefreshNarrowsTheScopeButNeverWidensIt() {
    var narrow = flow.code(flow.alice(), Flow.request(client).with("scope", "read"));
    var tokens = Http.json(flow.token(Flow.redeeming(client, narrow)));

    var wider =
        flow.token(Flow.refreshing(client, refreshToken(tokens)).with("scope", "read write"));
    var same = flow.token(Flow.refreshing(client, refreshToken(tokens)).with("scope", "read"));

    assertThat(tokens.text("scope")).contains("read");
    assertThat(Http.text(wider, "error")).isEqualTo("invalid_scope");
    assertThat(Http.text(same, "scope")).isEqualTo("read");
  }

  @Test
  void theRedirectUriMayBeLeftOutButNotBeAnother() {
    var code = flow.code(flow.alice(), Flow.request(client));
    var form = Flow.redeeming(client, code);

    var other = flow.token(form.with("redirect_uri", "http://127.0.0.1:9/callback"));
    var none = flow.token(form.without("redirect_uri"));

    assertThat(Http.text(other, "error")).isEqualTo("invalid_grant");
    assertThat(none.statusCode()).isEqualTo(200);
  }

  @Test
  void aCodeBelongsToTheClientItWasGivenTo() {
    var code = flow.code(flow.alice(), Flow.request(client));
    var other = flow.registerPublic();

    var stolen = flow.token(Flow.redeeming(other, code));

    assertThat(Http.text(stolen, "error")).isEqualTo("invalid_grant");
  }

  @Test
  void otherGrantsAreNotSupported() {
    for (var grant : List.of("password", "implicit")) {
      var response =
          flow.token(Http.Form.of("grant_type", grant, "client_id", client, "username", "alice"));

      assertThat(Http.text(response, "error")).isEqualTo("unsupported_grant_type");
    }
  }

  @Test
  void aClientThatLostAScopeLosesItAtTheNextRefresh() {
    var registered = flow.register("\"token_endpoint_auth_method\":\"none\"");
    var id = registered.text("client_id").orElseThrow();
    var tokens = flow.tokens(id);
    flow.program.call(
        "PATCH",
        "/oauth/register/" + id,
        "{\"scope\":\"read\"}",
        "Content-Type",
        "application/merge-patch+json",
        "Authorization",
        "Bearer " + registered.text("registration_access_token").orElseThrow());

    var refreshed = flow.token(Flow.refreshing(id, refreshToken(tokens)));

    assertThat(Http.text(refreshed, "scope")).isEqualTo("read");
  }

  private static String refreshToken(Json.Members tokens) {
    return tokens.text("refresh_token").orElseThrow();
  }
}
