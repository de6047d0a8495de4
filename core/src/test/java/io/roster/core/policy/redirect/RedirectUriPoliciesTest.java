package io.roster.core.policy.redirect;

import static io.roster.core.policy.Candidates.redirectingTo;
import static io.roster.core.policy.Candidates.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.metadata.Violation;
import io.roster.core.settings.RedirectSchemes;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of redirect URI attacks and of what real clients register, in every mode. */
class RedirectUriPoliciesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://claude.ai/api/mcp/auth_callback",
        "https://client.example.com",
        "https://192.0.2.10/cb",
        "https://host/cb?x=1",
        "https://xn--80ak6aa92e.com/cb",
        "https://grok.com/connectors-oauth-exchange-code/",
        "https://open-webui.example/oauth/clients/mcp:name/callback",
        "http://localhost:8787/callback",
        "http://localhost/callback",
        "http://127.0.0.1/",
        "http://127.0.0.1:33418/",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:52100/callback",
        "http://[::1]:8080/cb",
        "http://[::1]:52100/callback"
      })
  void httpsAndLoopbackAreAcceptedInEveryMode(String uri) {
    for (var mode : RedirectSchemes.values()) {
      assertThat(violations(redirectingTo(uri), mode)).as(mode.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cursor://anysphere.cursor-mcp/oauth/callback",
        "vscode://x/y",
        "vscode-insiders://publisher.extension/cb",
        "windsurf://codeium.windsurf/callback",
        "jetbrains://gateway/callback",
        "zed://oauth/callback",
        "com.example.app:/cb",
        "com.example.app:/oauth2redirect/idp",
        "com.example.app://cb",
        "COM.Example.App:/cb"
      })
  void knownAppsAndReverseDomainsAreAcceptedUnlessTheModeIsStrict(String uri) {
    assertThat(violations(redirectingTo(uri), RedirectSchemes.STRICT)).hasSize(1);
    assertThat(violations(redirectingTo(uri), RedirectSchemes.KNOWN_APPS)).isEmpty();
    assertThat(violations(redirectingTo(uri), RedirectSchemes.ANY_SAFE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"myapp://callback", "exampleapp://oauth_redirect", "cursor2:/cb"})
  void anAppWithoutAReverseDomainNeedsTheWidestMode(String uri) {
    assertThat(violations(redirectingTo(uri), RedirectSchemes.STRICT)).hasSize(1);
    assertThat(violations(redirectingTo(uri), RedirectSchemes.KNOWN_APPS)).hasSize(1);
    assertThat(violations(redirectingTo(uri), RedirectSchemes.ANY_SAFE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/cb",
        "http://client.example.com/cb",
        "http://192.168.1.10/cb",
        "http://10.0.0.1/cb",
        "http://0.0.0.0:8080/cb",
        "http://localhost.evil.com/",
        "http://127.0.0.1.evil.com/",
        "http://localhost@evil.com/",
        "http://localhost@evil.example/cb",
        "http://127.0.0.1@evil.example/cb",
        "http://user@localhost/cb",
        "http://localhost./",
        "http://2130706433/",
        "http://0x7f000001/cb",
        "http://127.1/",
        "http://127.1/cb",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:127.0.0.1]/cb",
        "http://[::]/cb",
        "https://u:p@host/cb",
        "https://user:pass@client.example.com/cb",
        "https://@client.example.com/cb",
        "https://claude.ai@evil.example/cb",
        "https://host/cb#f",
        "https://host/cb#",
        "https://client.example.com/cb#",
        "http://localhost/cb#",
        "//host/cb",
        "//client.example.com/cb",
        "/cb",
        "cb",
        "",
        "*",
        " https://host/cb",
        "https://host/cb\u0001",
        "https://client.example.com/cb\nSet-Cookie: a=b",
        "https://client.example.com/call\tback",
        "https://client.example.com/call\u0000back",
        "https://client.example.com/call\u007fback",
        "https://client.example.com/call\u0085back",
        "java\tscript:alert(1)",
        "https://host\\@evil/",
        "https://client.example.com\\@evil.example/cb",
        "https://client.example.com:99999/cb",
        "https://client.example.com:port/cb",
        "https://client.example.com:/cb",
        "https://client.example.com/b\u00fccher",
        "https://\u0430pple.com",
        "https://*.example.com/cb",
        "https://example.com/*",
        "https://client.example.com/*",
        "https://host/cb?code=1",
        "https://host/cb?state=1",
        "https://host/cb?x=1&state",
        "https://host/cb?c%6fde=1",
        "https://host/cb?iss=https://evil.example",
        "https://host/cb?error=access_denied",
        "https://host/cb?response=x",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript://%0aalert(1)",
        "javascript://host/%0aalert(1)",
        "java%73cript:x",
        "data:text/html,x",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://h/u",
        "filesystem:https://h/u",
        "view-source:https://h/",
        "about:blank",
        "ftp://h/f",
        "ftp://client.example.com/cb",
        "ms-appx://p",
        "ms-appx-web://p/x",
        "intent://x",
        "ws://h",
        "wss://h/x",
        "mailto:attacker@evil.example",
        "tel:+123",
        "urn:ietf:wg:oauth:2.0:oob",
        "com.example.app:",
        "com.example.app:cb",
        "com.example.app://",
        "com.example.app:/cb#f",
        "com.example.app://u@cb/"
      })
  void noModeAcceptsAnAttackOrABrokenAddress(String uri) {
    for (var mode : RedirectSchemes.values()) {
      assertThat(violations(redirectingTo(uri), mode))
          .as(mode.name())
          .isNotEmpty()
          .allMatch(v -> v.code() == Violation.Code.INVALID_REDIRECT_URI)
          .allMatch(v -> v.field().equals("redirect_uris[0]"));
    }
  }

  @Test
  void anOffenderIsNamedByItsPosition() {
    var candidate =
        redirectingTo("https://a.example/cb", "http://b.example/cb", "https://c.example/cb#");

    assertThat(violations(candidate))
        .extracting(Violation::field)
        .containsExactly("redirect_uris[1]", "redirect_uris[2]");
  }

  @Test
  void oneBadAddressRefusesAllOfThem() {
    assertThat(violations(redirectingTo("https://a.example/cb", "https://a.example/cb#x")))
        .hasSize(1);
  }

  @Test
  void severalOfAllKindsAreAcceptedTogether() {
    var cursor =
        redirectingTo(
            "cursor://anysphere.cursor-mcp/oauth/callback",
            "https://www.cursor.com/agents/mcp/oauth/callback",
            "http://localhost:8787/callback");

    assertThat(violations(cursor)).isEmpty();
  }

  @Test
  void thereAreOneToTwentyOfThem() {
    assertThat(violations(redirectingTo())).extracting(Violation::field).contains("redirect_uris");
    assertThat(violations(redirectingTo(numbered(20)))).isEmpty();
    assertThat(violations(redirectingTo(numbered(21))))
        .extracting(Violation::field)
        .containsExactly("redirect_uris");
  }

  @Test
  void eachHasAtMost2048Characters() {
    var start = "https://client.example.com/";
    var longest = start + "a".repeat(2048 - start.length());

    assertThat(violations(redirectingTo(longest))).isEmpty();
    assertThat(violations(redirectingTo(longest + "a"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(RedirectSchemes.class)
  void noModeAllowsASchemeThatABrowserActsOn(RedirectSchemes mode) {
    assertThat(mode.allows("javascript")).isFalse();
    assertThat(mode.allows("data")).isFalse();
    assertThat(mode.allows("http")).isFalse();
  }

  private static String[] numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "https://client.example.com/cb" + i)
        .toArray(String[]::new);
  }
}
