package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What must be as before when the server comes back: clients, grants, keys and people. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";

  private final RunningRoster roster = EndToEnd.withUser();
  private final Registration client;
  private final Authorization authorization;
  private final JsonNode tokens;
  private final int exitStatus;

  RestartTest() {
    client = roster.register(PublicClient.body(REDIRECT_URI));
    authorization = new Authorization(roster, client.clientId(), REDIRECT_URI);
    tokens = authorization.tokens(new Browser(roster.issuer()));
    exitStatus = roster.terminate();
    roster.startAgain();
  }

  @AfterAll
  void stop() {
    roster.close();
  }

  @Test
  void aPoliteStopEndsWithStatusZero() {
    assertThat(exitStatus).isZero();
  }

  @Test
  void theClientIsStillRegistered() {
    var read = client.read();

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(client.answer());
  }

  @Test
  void theRefreshTokenStillWorks() {
    var refreshed = authorization.refresh(tokens);

    assertThat(refreshed.status()).as(refreshed::body).isEqualTo(200);
    assertThat(refreshed.json().get("access_token").isString()).isTrue();
  }

  @Test
  void theOldAccessTokenStillVerifies() throws Exception {
    var keys = JWKSet.parse(Http.send(Http.get(roster.at("/oauth/jwks"))).body());
    var token = accessToken();

    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());

    assertThat(key).isNotNull();
    assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
  }

  @Test
  void thePersonCanStillSignIn() {
    var page = new Browser(roster.issuer()).openPage(authorization.uri());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().text()).contains("127.0.0.1");
  }

  private SignedJWT accessToken() throws ParseException {
    return SignedJWT.parse(tokens.get("access_token").asString());
  }
}
