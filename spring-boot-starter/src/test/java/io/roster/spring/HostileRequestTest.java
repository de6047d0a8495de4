package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.spring.Http.Form;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent is answered with a status of the 400s, and without a look inside. */
@ServerTest
class HostileRequestTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant_type=refresh_token&client_id=%zz",
        "grant_type=refresh_token&client_id=%ff%fe",
        "grant_type=authorization_code&code=a&code=b&client_id=c",
        "grant_type=authorization_code&code=a&code_verifier=b&code_verifier=c&client_id=d",
        "grant_type=authorization_code&client_assertion=x&client_assertion_type=y",
        "grant_type=authorization_code&client_assertion=e30.e30.x&client_assertion_type="
            + "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_id=%00",
        "client_id=%F0%9F%98%80",
        "=&=&&",
        ""
      })
  void theTokenEndpointSurvivesAnyForm(String body) throws IOException {
    assertRefused(exchange("POST", "/oauth/token", FORM, body));
    assertRefused(exchange("POST", "/oauth/revoke", FORM, body));
    assertRefused(exchange("POST", "/oauth/introspect", FORM, body));
  }

  @Test
  void theTokenEndpointSurvivesAFormOfTooManyFields() throws IOException {
    var fields = IntStream.range(0, 2000).mapToObj(i -> "a" + i + "=").toList();

    assertRefused(exchange("POST", "/oauth/token", FORM, String.join("&", fields)));
  }

  @Test
  void theTokenEndpointSurvivesAForeignBody() throws IOException {
    assertRefused(exchange("POST", "/oauth/token", "application/json", "{\"client_id\":1}"));
    assertRefused(exchange("POST", "/oauth/token", "multipart/form-data; boundary=x", "--x--"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth/authorize?client_id=%zz",
        "/oauth/authorize?client_id=%ff",
        "/oauth/authorize?client_id=%00",
        "/oauth/authorize?client_id=a&client_id=b",
        "/oauth/authorize",
        "/oauth/authorize?redirect_uri=javascript:alert(1)"
      })
  void theAuthorizationEndpointSurvivesAnyQuery(String path) throws IOException {
    assertRefused(exchange("GET", path, FORM, ""));
    assertRefused(exchange("POST", path, FORM, ""));
  }

  @Test
  void nothingOfTheRequestIsReflected() {
    var page =
        Http.to(port)
            .get("/oauth/authorize?" + Form.of("client_id", "<script>alert(1)</script>").encoded());

    assertThat(page.body()).doesNotContain("script");
  }

  private static void assertRefused(String response) {
    assertThat(response).matches("(?s)HTTP/1.1 4\\d\\d .*");
    assertThat(response).doesNotContain("Exception", "\tat ", "io.roster", "springframework");
  }

  private String exchange(String method, String path, String type, String body) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
      var head =
          """
          %s %s HTTP/1.1\r
          Host: localhost\r
          Connection: close\r
          Content-Type: %s\r
          Content-Length: %d\r
          \r
          """
              .formatted(method, path, type, bytes.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
