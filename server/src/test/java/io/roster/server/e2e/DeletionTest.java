package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A deleted client's tokens die with it, RFC 7592 section 2.3. */
@ExtendWith(EndToEnd.class)
class DeletionTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";

  private final RunningRoster roster;
  private final Registration client;
  private final Authorization authorization;
  private final JsonNode tokens;

  DeletionTest(RunningRoster roster) {
    this.roster = roster;
    client = roster.register(PublicClient.body(REDIRECT_URI));
    authorization = new Authorization(roster, client.clientId(), REDIRECT_URI);
    tokens = authorization.tokens(new Browser(roster.issuer()));
  }

  @Test
  void itsRefreshTokenIsRefusedAndSoIsItself() {
    assertThat(client.delete().status()).isEqualTo(204);

    var refused = authorization.refresh(tokens);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().get("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void itsAccessTokenIsNoLongerActive() {
    var resourceServer = roster.register(CONFIDENTIAL);
    assertThat(isActive(resourceServer)).isTrue();

    client.delete();

    assertThat(isActive(resourceServer)).isFalse();
  }

  @Test
  void itsRegistrationTokenOpensNothing() {
    client.delete();

    assertThat(client.read().status()).isEqualTo(401);
    assertThat(client.delete().status()).isEqualTo(401);
  }

  @Test
  void aPersonIsToldToConnectAgain() {
    client.delete();

    var page = new Browser(roster.issuer()).openPage(authorization.uri());

    assertThat(page.status()).isBetween(400, 499);
    assertThat(page.html().select("form")).isEmpty();
  }

  private static final String CONFIDENTIAL =
      """
      {"client_name":"Resource server","redirect_uris":["https://rs.example.com/cb"],\
      "token_endpoint_auth_method":"client_secret_basic"}""";

  private boolean isActive(Registration caller) {
    var credentials = caller.clientId() + ":" + caller.secret();
    var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    var form = Map.of("token", tokens.get("access_token").asString());
    var reply =
        Http.send(
            Http.postForm(roster.at("/oauth/introspect"), form)
                .header("Authorization", "Basic " + basic));
    assertThat(reply.status()).as(reply::body).isEqualTo(200);
    return reply.json().get("active").asBoolean();
  }
}
