package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.roster.core.client.ClientId;
import io.roster.core.credential.Credential;
import io.roster.core.json.Json;
import io.roster.core.store.ClientStore;
import io.roster.spring.Http.Form;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ClientAuthenticationTest {
  @LocalServerPort private int port;
  @Autowired private TlsListener tls;
  @Autowired private ClientStore clients;
  private Flow flow;

  @BeforeEach
  void start() {
    flow = new Flow(port);
  }

  @Test
  void aSecretCanComeInTheHeader() {
    var client = flow.register();
    var id = id(client);

    var tokens =
        flow.token(redeeming(id).without("client_id"), "Authorization", basic(id, secret(client)));
    var refreshed =
        flow.token(
            Flow.refreshing(id, Http.text(tokens, "refresh_token")).without("client_id"),
            "Authorization",
            basic(id, secret(client)));

    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(refreshed.statusCode()).isEqualTo(200);
  }

  @Test
  void aSecretCanComeInTheForm() {
    var client = flow.register("\"token_endpoint_auth_method\":\"client_secret_post\"");
    var id = id(client);

    var tokens = flow.token(redeeming(id).with("client_secret", secret(client)));
    var refreshed =
        flow.token(
            Flow.refreshing(id, Http.text(tokens, "refresh_token"))
                .with("client_secret", secret(client)));

    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(refreshed.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"RS256, RS256", "RS256, PS512", "ES256, ES256", "ES384, ES384"})
  void aClientCanProveItselfWithItsKey(String kind, String algorithm) throws Exception {
    var key = key(kind);
    var id = id(registerKey(key, ""));
    var assertion = new Assertion(id, key).algorithm(algorithm);

    var tokens = flow.token(by(assertion, redeeming(id).without("client_id")));
    var refreshed =
        flow.token(
            by(assertion.jti("another"), Flow.refreshing(id, Http.text(tokens, "refresh_token"))));

    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(refreshed.statusCode()).isEqualTo(200);
  }

  @Test
  void aClientCanProveItselfWithItsCertificate() {
    var id = id(registerCertificate("\"tls_client_auth_subject_dn\":\"CN=agent,O=Example\""));
    var https = https("CN=agent,O=Example");

    var tokens = https.post("/oauth/token", redeeming(id));
    var refreshed =
        https.post("/oauth/token", Flow.refreshing(id, Http.text(tokens, "refresh_token")));

    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(refreshed.statusCode()).isEqualTo(200);
  }

  @Test
  void anAccessTokenCanBeBoundToTheCertificate() throws Exception {
    var id =
        id(
            registerCertificate(
                "\"tls_client_auth_san_dns\":\"agent.example\","
                    + "\"tls_client_certificate_bound_access_tokens\":true"));

    var tokens = https("CN=a", "dns:agent.example").post("/oauth/token", redeeming(id));

    var claims = SignedJWT.parse(Http.text(tokens, "access_token")).getJWTClaimsSet();
    assertThat(claims.getJSONObjectClaim("cnf")).containsOnlyKeys("x5t#S256");
  }

  @Test
  void anotherCertificateOrNoneIsRefused() {
    var id = id(registerCertificate("\"tls_client_auth_subject_dn\":\"CN=agent,O=Example\""));

    assertInvalidClient(https("CN=other,O=Example").post("/oauth/token", redeeming(id)));
    assertInvalidClient(flow.token(redeeming(id)));
  }

  @Test
  void aPublicClientMayCallWithACertificateInItsHand() {
    var id = flow.registerPublic();

    var tokens = https("CN=whatever").post("/oauth/token", redeeming(id));

    assertThat(tokens.statusCode()).isEqualTo(200);
  }

  @Test
  void aClientUsesTheMethodItRegisteredAndNoOther() {
    var basic = flow.register();
    var post = flow.register("\"token_endpoint_auth_method\":\"client_secret_post\"");
    var open = flow.registerPublic();

    assertInvalidClient(flow.token(refreshing(id(basic)).with("client_secret", secret(basic))));
    assertInvalidClient(
        flow.token(refreshing(id(post)), "Authorization", basic(id(post), secret(post))));
    assertInvalidClient(flow.token(refreshing(id(basic))));
    assertInvalidClient(flow.token(refreshing(open).with("client_secret", "guess")));
  }

  @Test
  void aWrongSecretOrAnUnknownClientIs401() {
    var client = flow.register();

    var wrong = flow.token(refreshing(id(client)), "Authorization", basic(id(client), "guess"));
    var unknown = flow.token(refreshing("nobody"), "Authorization", basic("nobody", "guess"));
    var malformed = flow.token(refreshing("nobody"), "Authorization", "Basic ???");
    var nobody = flow.token(refreshing("nobody"));
    var nothing = flow.token(Form.of("grant_type", "refresh_token", "refresh_token", "x"));

    for (var response : List.of(wrong, unknown, malformed, nobody, nothing)) {
      assertInvalidClient(response);
    }
    assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
    assertThat(wrong.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(nobody.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void twoMethodsAtOnceAreInvalid() {
    var client = flow.register();

    var both =
        flow.token(
            refreshing(id(client)).with("client_secret", secret(client)),
            "Authorization",
            basic(id(client), secret(client)));

    assertThat(both.statusCode()).isEqualTo(400);
    assertThat(Http.text(both, "error")).isEqualTo("invalid_request");
  }

  @Test
  void credentialsInTheUrlAreNotSeen() {
    var client = flow.register("\"token_endpoint_auth_method\":\"client_secret_post\"");
    var query = Form.of("client_id", id(client), "client_secret", secret(client));

    var response =
        flow.program.post(
            "/oauth/token?" + query.encoded(),
            Form.of("grant_type", "refresh_token", "refresh_token", "x"));

    assertInvalidClient(response);
  }

  @Test
  void anExpiredSecretIsWorthNothing() {
    var client = flow.register("\"token_endpoint_auth_method\":\"client_secret_post\"");
    var stored = clients.find(new ClientId(id(client))).orElseThrow();
    var over = new Credential(stored.secret().orElseThrow().digest(), Optional.of(Instant.now()));
    clients.replace(
        stored.updated(stored.metadata(), Optional.of(over), stored.registrationToken()));

    var response = flow.token(refreshing(id(client)).with("client_secret", secret(client)));

    assertInvalidClient(response);
  }

  @Test
  void anAssertionCanBeUsedOnce() throws Exception {
    var key = key("ES256");
    var id = id(registerKey(key, ""));
    var form = by(new Assertion(id, key), refreshing(id));

    var first = flow.token(form);
    var second = flow.token(form);

    assertThat(Http.text(first, "error")).isEqualTo("invalid_grant");
    assertInvalidClient(second);
  }

  @Test
  void anAssertionHasToSayTheRightThings() throws Exception {
    var key = key("ES256");
    var id = id(registerKey(key, ""));
    var good = new Assertion(id, key);

    for (var bad :
        List.of(
            good.audience(List.of("http://localhost:9000/oauth/token")),
            good.audience(List.of("http://localhost:9000", "https://other.example")),
            good.issuer("someone"),
            good.lifetime(Duration.ofHours(1)),
            good.lifetime(Duration.ofMinutes(-2)),
            good.signedBy(key("ES256")))) {
      assertInvalidClient(flow.token(by(bad, refreshing(id))));
    }
    assertThat(Http.text(flow.token(by(good, refreshing(id))), "error")).isEqualTo("invalid_grant");
  }

  @Test
  void anAssertionOfAnotherAlgorithmThanRegisteredIsRefused() throws Exception {
    var key = key("RS256");
    var id = id(registerKey(key, ",\"token_endpoint_auth_signing_alg\":\"PS256\""));

    assertInvalidClient(flow.token(by(new Assertion(id, key).algorithm("RS256"), refreshing(id))));
  }

  @Test
  void anUnsignedAssertionIsRefused() {
    var id = id(registerKey(key("ES256"), ""));
    var none = encode("{\"alg\":\"none\"}") + "." + encode("{\"sub\":\"" + id + "\"}") + ".";

    var response =
        flow.token(
            refreshing(id)
                .with("client_assertion_type", Assertion.TYPE)
                .with("client_assertion", none));

    assertInvalidClient(response);
  }

  @Test
  void aClientWhoseKeysCanNotBeFetchedIsAskedToComeBack() throws Exception {
    var registered =
        flow.register(
            "\"token_endpoint_auth_method\":\"private_key_jwt\"",
            "\"jwks_uri\":\"https://client.invalid/jwks\"");
    var id = id(registered);

    var reply = flow.token(by(new Assertion(id, key("ES256")), refreshing(id)));

    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(Http.text(reply, "error")).isEqualTo("temporarily_unavailable");
  }

  @Test
  void aNewMethodCountsAtOnce() {
    var client = flow.register("\"token_endpoint_auth_method\":\"client_secret_post\"");
    var id = id(client);
    var tokens = flow.token(redeeming(id).with("client_secret", secret(client)));
    flow.program.call(
        "PATCH",
        "/oauth/register/" + id,
        "{\"token_endpoint_auth_method\":\"none\"}",
        "Content-Type",
        "application/merge-patch+json",
        "Authorization",
        "Bearer " + client.text("registration_access_token").orElseThrow());
    var refresh = Flow.refreshing(id, Http.text(tokens, "refresh_token"));

    assertInvalidClient(flow.token(refresh.with("client_secret", secret(client))));
    assertThat(flow.token(refresh).statusCode()).isEqualTo(200);
  }

  private Form redeeming(String id) {
    return Flow.redeeming(id, flow.code(flow.alice(), Flow.request(id)));
  }

  private static Form refreshing(String id) {
    return Flow.refreshing(id, "unknown");
  }

  private Json.Members registerKey(JWK key, String more) {
    return flow.register(
        "\"token_endpoint_auth_method\":\"private_key_jwt\"",
        "\"jwks\":{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}" + more);
  }

  private Json.Members registerCertificate(String subject) {
    return flow.register("\"token_endpoint_auth_method\":\"tls_client_auth\"", subject);
  }

  private Http https(String subject, String... alternatives) {
    return Http.securelyTo(tls.port(), tls.contextOf(tls.issue(subject, alternatives)));
  }

  private static JWK key(String kind) {
    try {
      return kind.equals("RS256")
          ? new RSAKeyGenerator(2048).keyID("k").generate()
          : new ECKeyGenerator(Curve.forJWSAlgorithm(JWSAlgorithm.parse(kind)).iterator().next())
              .keyID("k")
              .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Form by(Assertion assertion, Form form) throws Exception {
    return form.with("client_assertion_type", Assertion.TYPE)
        .with("client_assertion", assertion.text());
  }

  private static String id(Json.Members client) {
    return client.text("client_id").orElseThrow();
  }

  private static String secret(Json.Members client) {
    return client.text("client_secret").orElseThrow();
  }

  private static String basic(String id, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertInvalidClient(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Http.json(response).values()).isEqualTo(Map.of("error", Json.of("invalid_client")));
  }
}
