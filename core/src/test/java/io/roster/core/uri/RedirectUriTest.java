package io.roster.core.uri;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.uri.RedirectUri.Cleartext;
import io.roster.core.uri.RedirectUri.Https;
import io.roster.core.uri.RedirectUri.Loopback;
import io.roster.core.uri.RedirectUri.Malformed;
import io.roster.core.uri.RedirectUri.PrivateUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://claude.ai/api/mcp/auth_callback",
        "https://client.example.com",
        "https://client.example.com/cb?x=1",
        "https://192.0.2.10/cb",
        "https://[2001:db8::1]:8443/cb",
        "https://xn--80ak6aa92e.com/cb",
        "https://global.consent.azure-apim.net/redirect/cr938-5f-20zephyr-20mcp",
        "HTTPS://client.example.com/cb",
        "https://localhost/cb"
      })
  void anAddressBehindTlsIsHttps(String text) {
    assertThat(RedirectUri.of(text)).isInstanceOf(Https.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8787/callback",
        "http://localhost",
        "http://127.0.0.1/",
        "http://127.0.0.1:33418/",
        "http://[::1]:8080/cb"
      })
  void theUsersOwnMachineIsLoopback(String text) {
    assertThat(RedirectUri.of(text)).isInstanceOf(Loopback.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/cb",
        "http://192.168.1.10/cb",
        "http://10.0.0.1/cb",
        "http://0.0.0.0:8080/cb",
        "http://localhost.evil.com/",
        "http://127.0.0.1.evil.com/",
        "http://localhost@evil.com/",
        "http://LOCALHOST/cb",
        "http://127.0.0.2/cb",
        "http://[::]/cb",
        "http://[::ffff:127.0.0.1]/"
      })
  void httpToAnyOtherHostIsCleartext(String text) {
    assertThat(RedirectUri.of(text)).isInstanceOf(Cleartext.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cursor://anysphere.cursor-mcp/oauth/callback",
        "vscode://x/y",
        "com.example.app:/cb",
        "com.example.app://cb",
        "javascript:alert(1)",
        "myapp://callback"
      })
  void anyOtherSchemeIsPrivateUse(String text) {
    assertThat(RedirectUri.of(text)).isInstanceOf(PrivateUse.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cb",
        "/cb",
        "//host/cb",
        "*",
        " https://host/cb",
        "https://host/cb ",
        "https://host/c b",
        "https://host/cb\u0001",
        "https://host/cb\u007f",
        "https://host/cb\u0085",
        "https://host/cb\nSet-Cookie: a=b",
        "java\tscript:alert(1)",
        "java%73cript:x",
        "1https://host/cb",
        "https://host\\@evil/",
        "https://host/b\u00fccher",
        "https://\u0430pple.com",
        "https://host/<x>",
        "https://host/{id}",
        "https://host/cb|x",
        "https://host/`x`",
        "https://host/\"x\"",
        "https://host/^",
        "https://host/%zz",
        "https://host/%2",
        "https://host/a[1]",
        "https://host/?a[]=1",
        "https:/host/cb",
        "https:host/cb",
        "https:///cb",
        "https://",
        "https://:443/cb",
        "https://host:/cb",
        "https://host:0/cb",
        "https://host:65536/cb",
        "https://client.example.com:99999/cb",
        "https://client.example.com:port/cb",
        "https://host:80:80/cb",
        "https://*.example.com/cb",
        "https://host%2eexample/cb",
        "https://-host.example/cb",
        "https://host-.example/cb",
        "https://host..example/cb",
        "https://[::1/cb",
        "https://::1/cb",
        "https://[fe80::1%25eth0]/cb",
        "https://[12345::1]/cb",
        "https://[1::2::3]/cb",
        "https://[1:2:3:4:5:6:7]/cb",
        "http://localhost./",
        "http://2130706433/",
        "http://0x7f000001/cb",
        "http://127.1/",
        "http://127.1/cb",
        "http://0177.0.0.1/",
        "http://127.0.0.256/",
        "http://127.0.0.0x1/"
      })
  void whatParsersMightReadInTwoWaysIsMalformed(String text) {
    assertThat(RedirectUri.of(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void aHostNameHasAtMost63CharactersALabelAnd253InAll() {
    var label = "a".repeat(63);
    var longest = String.join(".", label, label, label, "b".repeat(61));

    assertThat(RedirectUri.of("https://" + label + ".example/")).isInstanceOf(Https.class);
    assertThat(RedirectUri.of("https://a" + label + ".example/")).isInstanceOf(Malformed.class);
    assertThat(RedirectUri.of("https://" + longest + "/")).isInstanceOf(Https.class);
    assertThat(RedirectUri.of("https://" + longest + "b/")).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS://Client.Example.com/CB?X=%7e", "cursor://A/b", "https://a b", ""})
  void theTextIsKeptAsItWasWritten(String text) {
    assertThat(RedirectUri.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/callback,        http://localhost:51234/callback",
    "http://localhost:1/callback,      http://localhost/callback",
    "http://127.0.0.1/,                http://127.0.0.1:33418/",
    "http://127.0.0.1:33418/,          http://127.0.0.1:1/",
    "http://[::1]:52100/callback,      http://[::1]:9/callback",
    "http://localhost:1/cb?x=1,        http://localhost:2/cb?x=1",
    "http://localhost,                 http://localhost:7",
    "https://client.example.com/cb,    https://client.example.com/cb",
    "cursor://app/cb,                  cursor://app/cb"
  })
  void aRequestMatchesExactlyOrOnLoopbackOnAnyPort(String registered, String requested) {
    assertThat(matches(requested, registered)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/callback,      http://localhost:1/callback",
    "http://localhost/callback,      http://127.0.0.1/callback",
    "http://[::1]/callback,          http://127.0.0.1/callback",
    "http://127.0.0.1/callback,      http://127.0.0.1/other",
    "http://127.0.0.1/callback,      http://127.0.0.1/callback/",
    "http://127.0.0.1/callback,      http://127.0.0.1/callback?x=1",
    "http://127.0.0.1/callback?x=1,  http://127.0.0.1/callback",
    "http://127.0.0.1/callback,      http://127.0.0.1/Callback",
    "http://127.0.0.1/callback,      http://127.0.0.1/%63allback",
    "http://127.0.0.1/callback,      http://127.0.0.1/x/../callback",
    "http://127.0.0.1/callback,      http://127.0.0.1/callback#",
    "http://127.0.0.1/callback,      http://u@127.0.0.1/callback",
    "http://127.0.0.1/callback,      HTTP://127.0.0.1:1/callback",
    "http://127.0.0.1/callback,      https://127.0.0.1/callback",
    "http://127.0.0.1/callback,      http://127.0.0.1.evil.example/callback",
    "http://127.0.0.1/callback,      http://127.0.0.1:99999/callback",
    "http://localhost,               http://localhost/",
    "https://localhost/cb,           https://localhost:1/cb",
    "https://client.example.com/cb,  https://client.example.com:8443/cb",
    "https://client.example.com/cb,  https://client.example.com:443/cb",
    "https://client.example.com/cb,  http://client.example.com/cb",
    "https://client.example.com/cb,  https://client.example.com/cb/extra",
    "https://client.example.com/cb,  https://client.example.com/cb?x=1",
    "https://client.example.com/cb,  https://CLIENT.example.com/cb",
    "https://client.example.com/cb,  HTTPS://client.example.com/cb",
    "https://client.example.com/cb,  https://evil.example/cb",
    "cursor://app/cb,                cursor://app:1/cb",
    "cursor://app/cb,                CURSOR://app/cb"
  })
  void nothingElseMatches(String registered, String requested) {
    assertThat(matches(requested, registered)).isFalse();
  }

  private static boolean matches(String requested, String registered) {
    return RedirectUri.of(requested).matches(RedirectUri.of(registered));
  }
}
