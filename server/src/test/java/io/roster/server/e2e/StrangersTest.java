package io.roster.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.roster.testkit.HttpsHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys and statements of others, through the front door. */
@Timeout(value = 120, unit = SECONDS)
class StrangersTest {
  private static final String ISSUER = "https://issuer.example";

  private final HttpsHost host = new HttpsHost("keys.example");
  private final ECKey key = key();
  @TempDir private Path directory;

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aClientProvesItselfWithTheKeysItPublishes() throws Exception {
    host.serving("/jwks", new JWKSet(key.toPublicJWK()).toString());
    try (var roster = RunningRoster.start(settings())) {
      var client = registerWithKeysAt(roster, "/jwks");
      assertThat(host.asked()).isZero();

      assertThat(error(refresh(roster, client, key))).isEqualTo("invalid_grant");
      assertThat(error(refresh(roster, client, key()))).isEqualTo("invalid_client");
      assertThat(host.asked()).isEqualTo(1);
    }
  }

  @Test
  void whileItsKeysCanNotBeHadAClientIsAskedToComeBack() throws Exception {
    host.answering("/jwks", exchange -> HttpsHost.reply(exchange, 403, "Are you a robot?"));
    try (var roster = RunningRoster.start(settings())) {
      var client = registerWithKeysAt(roster, "/jwks");

      var reply = refresh(roster, client, key);

      assertThat(reply.status()).isEqualTo(503);
      assertThat(error(reply)).isEqualTo("temporarily_unavailable");
      roster.awaitOutput("no keys from " + host.url("/jwks") + ": status 403");
    }
  }

  @Test
  void aPrivateAddressIsNotAskedUnlessTheOperatorSaysSo() throws Exception {
    host.serving("/jwks", new JWKSet(key.toPublicJWK()).toString());
    var settings = settings();
    settings.remove("ROSTER_REMOTE_ALLOWED_NETWORKS");
    try (var roster = RunningRoster.start(settings)) {
      var client = registerWithKeysAt(roster, "/jwks");

      assertThat(refresh(roster, client, key).status()).isEqualTo(503);
      assertThat(host.asked()).isZero();
    }
  }

  @Test
  void aStatementIsBelievedAndAForgeryIsNot() throws Exception {
    host.serving("/jwks", new JWKSet(key.toPublicJWK()).toString());
    var settings = settings();
    settings.put("ROSTER_STATEMENTS_ISSUERS_0_ISSUER", ISSUER);
    settings.put("ROSTER_STATEMENTS_ISSUERS_0_JWKSURI", host.url("/jwks"));
    settings.put("ROSTER_STATEMENTS_ISSUERS_0_ALGORITHMS", "ES256");
    try (var roster = RunningRoster.start(settings)) {
      var good = statement(ISSUER, key);

      awaitKeys(roster, good);
      var client = roster.register(body(good)).answer();

      assertThat(client.get("client_name").asString()).isEqualTo("Vouched for");
      assertThat(client.get("software_statement").asString()).isEqualTo(good);
      assertThat(refusal(roster, statement(ISSUER, key()))).isEqualTo("invalid_software_statement");
      assertThat(refusal(roster, statement("https://other.example", key)))
          .isEqualTo("unapproved_software_statement");
      assertThat(roster.command("", "clients", "list")).contains("statement");
    }
  }

  /** The issuer's keys are fetched behind the scenes; until then clients are asked to come back. */
  private static void awaitKeys(RunningRoster roster, String statement) {
    Http.Reply reply;
    do {
      reply = Http.send(Http.postJson(roster.at("/oauth/register"), body(statement)));
    } while (reply.status() == 503);
    assertThat(reply.status()).as(reply::body).isEqualTo(201);
  }

  private Map<String, String> settings() throws Exception {
    var hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 keys.example\n", UTF_8);
    var trusted = Files.writeString(directory.resolve("authority.pem"), host.authorityPem());
    var settings = new HashMap<String, String>();
    settings.put("ROSTER_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Djdk.net.hosts.file=" + hosts);
    settings.put("ROSTER_REMOTE_ALLOWED_NETWORKS", "127.0.0.0/8");
    settings.put("ROSTER_REMOTE_TRUSTED_CERTIFICATES", trusted.toString());
    settings.put("ROSTER_REMOTE_PORTS", String.valueOf(host.port()));
    return settings;
  }

  private Registration registerWithKeysAt(RunningRoster roster, String path) {
    return roster.register(
        """
        {"redirect_uris":["https://client.example/cb"],"jwks_uri":"%s",
         "token_endpoint_auth_method":"private_key_jwt",
         "token_endpoint_auth_signing_alg":"ES256"}"""
            .formatted(host.url(path)));
  }

  private static Http.Reply refresh(RunningRoster roster, Registration client, ECKey key)
      throws Exception {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(client.clientId())
            .subject(client.clientId())
            .audience(roster.issuer().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    return Http.send(
        Http.postForm(
            roster.at("/oauth/token"),
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                "unknown",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                signed(claims, key))));
  }

  private static String statement(String issuer, ECKey key) throws Exception {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .claim("client_name", "Vouched for")
            .claim("software_id", "software-1")
            .build();
    return signed(claims, key);
  }

  private static String signed(JWTClaimsSet claims, ECKey key) throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build();
    var jwt = new SignedJWT(header, claims);
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private static String body(String statement) {
    return """
        {"redirect_uris":["https://client.example/cb"],"client_name":"Something else",
         "token_endpoint_auth_method":"none","software_statement":"%s"}"""
        .formatted(statement);
  }

  private static String refusal(RunningRoster roster, String statement) {
    var reply = Http.send(Http.postJson(roster.at("/oauth/register"), body(statement)));
    assertThat(reply.status()).as(reply::body).isEqualTo(400);
    return error(reply);
  }

  private static String error(Http.Reply reply) {
    return reply.json().get("error").asString();
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
