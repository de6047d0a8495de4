package io.roster.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.spring.endpoint.Endpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuationTest {
  private static final Endpoints ENDPOINTS = new Endpoints("/tenant");

  @ParameterizedTest
  @ValueSource(strings = {"/tenant/oauth/authorize?client_id=a&state=b", "/oauth/consent?state=c"})
  void theWayLeadsBackToAQuestionOfOurs(String sent) {
    assertThat(Continuation.checked(sent, ENDPOINTS)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "https://evil.example/",
        "//evil.example/tenant/oauth/authorize?",
        "/\\evil.example",
        "/tenant/oauth/authorize",
        "/tenant/oauth/authorize.evil?",
        "/oauth/authorize?client_id=a",
        "/tenant/oauth/authorize?a\r\nSet-Cookie: b",
        "/tenant/oauth/authorize?é",
        "javascript:alert(1)"
      })
  void itLeadsNowhereElse(String sent) {
    assertThat(Continuation.checked(sent, ENDPOINTS)).isEqualTo("/");
  }

  @Test
  void theRequestTravelsEncoded() {
    assertThat(Continuation.loginPage("/oauth/authorize?a=b&c=d%20e", new Endpoints("")))
        .isEqualTo("/login?continue=%2Foauth%2Fauthorize%3Fa%3Db%26c%3Dd%2520e");
  }
}
