package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.json.Json;
import io.roster.spring.Http.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class DiscoveryTest {
  private static final String ORIGIN = "https://inspector.example";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"})
  void theDocumentsSayWhatIsTrue(String path) {
    var document = Http.json(Http.to(port).get(path));

    assertThat(document.text("issuer")).contains("http://localhost:9000");
    assertThat(document.text("authorization_endpoint"))
        .contains("http://localhost:9000/oauth/authorize");
    assertThat(document.text("token_endpoint")).contains("http://localhost:9000/oauth/token");
    assertThat(document.text("registration_endpoint"))
        .contains("http://localhost:9000/oauth/register");
    assertThat(document.text("jwks_uri")).contains("http://localhost:9000/oauth/jwks");
    assertThat(document.values())
        .containsEntry("code_challenge_methods_supported", texts("S256"))
        .containsEntry("response_types_supported", texts("code"))
        .containsEntry(
            "grant_types_supported",
            texts("authorization_code", "refresh_token", "client_credentials"))
        .containsEntry(
            "token_endpoint_auth_methods_supported",
            texts(
                "none",
                "client_secret_basic",
                "client_secret_post",
                "private_key_jwt",
                "tls_client_auth"))
        .containsEntry("scopes_supported", texts("read", "write"))
        .containsEntry("authorization_response_iss_parameter_supported", Json.TRUE)
        .containsEntry("client_id_metadata_document_supported", Json.TRUE);
  }

  @Test
  void theDocumentsAreOpenToPagesOfAnyOrigin() {
    var response = Http.to(port).get("/.well-known/oauth-authorization-server", "Origin", ORIGIN);

    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/introspect"})
  void pagesOfAnyOriginMayCallTheEndpointsForPrograms(String path) {
    var http = Http.to(port);

    var preflight =
        http.call(
            "OPTIONS",
            path,
            "",
            "Origin",
            ORIGIN,
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "authorization,mcp-protocol-version");
    var call = http.post(path, Form.of("client_id", "nobody", "token", "x"), "Origin", ORIGIN);

    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("authorization", "mcp-protocol-version");
    assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(call.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(call.statusCode()).isEqualTo(401);
  }

  @Test
  void theKeysAreOpenToo() {
    var response = Http.to(port).get("/oauth/jwks", "Origin", ORIGIN);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(response.body()).doesNotContain("\"d\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/introspect"})
  void programsThatUseTheWrongMethodAreToldTheRightOne(String path) {
    var response = Http.to(port).get(path);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("POST");
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void registrationKnowsNoSession() {
    var response = Http.to(port).call("POST", "/register", "{}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(response.headers().firstValue("X-Frame-Options")).isEmpty();
  }

  private static Json texts(String... values) {
    return Json.ofTexts(List.of(values));
  }
}
