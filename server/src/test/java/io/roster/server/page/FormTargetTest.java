package io.roster.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.uri.RedirectUri;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTargetTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://claude.ai/api/mcp/auth_callback       , https://claude.ai
          https://example.com:8443/cb?x=1               , https://example.com:8443
          http://localhost:8787/callback                , http://localhost:8787
          http://127.0.0.1/                             , http://127.0.0.1
          http://[::1]:4000/cb                          , http:
          cursor://anysphere.cursor-mcp/oauth/callback  , cursor:
          com.example.app:/cb                           , com.example.app:
          """)
  void theFormMayLeadWhereTheAnswerGoes(String redirect, String source) {
    assertThat(FormTarget.of(RedirectUri.of(redirect))).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({"http://example.com/cb", "https://h;script-src */", "'https://h, *'"})
  void nothingElseGetsIntoThePolicy(String redirect) {
    assertThat(FormTarget.of(RedirectUri.of(redirect))).isEmpty();
  }
}
