package io.roster.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.roster.core.uri.AbsoluteUri;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriPatternTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/cb, https://a.example/cb",
    "https://a.example/cb, https://A.example/cb",
    "https://a.example/cb/, https://a.example/cb/",
    "https://a.example/*/cb, https://a.example/x-1.y:z%20/cb",
    "https://*/api/*/cb, https://chat.example.org/api/x/cb",
    "http://localhost/cb, http://localhost:3118/cb",
    "http://[::1]/cb, http://[::1]:1/cb",
    "http://127.0.0.1/, http://127.0.0.1:33418/",
    "app://host/cb, app://host/cb",
    "app://host/**, app://host/a/b",
    "app://host/a/**, app://host/a/b"
  })
  void theseAreOfThePattern(String pattern, String uri) {
    assertThat(UriPattern.parse(pattern).matches(parsed(uri))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/cb, http://a.example/cb",
    "https://a.example/cb, https://a.example.evil.example/cb",
    "https://a.example/cb, https://a.example@evil.example/cb",
    "https://a.example/cb, https://u@a.example/cb",
    "https://a.example/cb, https://a.example:8443/cb",
    "https://a.example/cb, https://a.example/cb/",
    "https://a.example/cb, https://a.example/CB",
    "https://a.example/cb, https://a.example/cb?x=1",
    "https://a.example/cb, https://a.example/cb#x",
    "https://a.example/*, https://a.example/",
    "https://a.example/*, https://a.example/a/b",
    "https://a.example/*, https://a.example/..",
    "https://a.example/*, https://a.example/%2e%2e",
    "https://a.example/*, https://a.example/a%2Fb",
    "https://*/api/*/cb, http://chat.example.org/api/x/cb",
    "http://localhost/cb, http://127.0.0.1:3118/cb",
    "http://localhost/cb, http://localhost.evil.example/cb",
    "app://host/**, app://other/a",
    "app://host/**, app://host/a/../b",
    "app://host/cb, app://host:1/cb"
  })
  void theseAreNot(String pattern, String uri) {
    assertThat(UriPattern.parse(pattern).matches(parsed(uri))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "claude.ai/cb",
        "https:///cb",
        "http://a.example/cb",
        "https://*.example/cb",
        "https://*/cb",
        "app://*/a/b",
        "https://a.example/**",
        "app://host/**/cb",
        "https://a.example/cb?x",
        "https://a.example:1/cb",
        "HTTPS://a.example/cb"
      })
  void whatWouldMatchTooMuchIsNoPattern(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> UriPattern.parse(pattern));
  }

  private static AbsoluteUri parsed(String uri) {
    return AbsoluteUri.parse(uri).orElseThrow();
  }
}
