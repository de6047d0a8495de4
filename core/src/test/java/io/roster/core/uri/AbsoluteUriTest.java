package io.roster.core.uri;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.uri.RedirectUri.Https;
import io.roster.core.uri.RedirectUri.Loopback;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsoluteUriTest {
  private static final long SEED = 3986;
  private static final String[] PIECES = {
    "https",
    "http",
    "HTTP",
    "cursor",
    "javascript",
    ":",
    "://",
    "//",
    "/",
    "?",
    "#",
    "@",
    "\\",
    "localhost",
    "127.0.0.1",
    "[::1]",
    "[::ffff:1.2.3.4]",
    "[",
    "]",
    "evil.example",
    "xn--p1ai",
    "my_host",
    "a.1b",
    "127.1",
    "0x7f",
    ".",
    "..",
    "-",
    "*",
    ":80",
    ":0",
    ":65535",
    ":65536",
    ":00080",
    ":",
    "%41",
    "%2e",
    "%",
    "%zz",
    "a",
    "code=1",
    "&",
    "=",
    "u:p@",
    " ",
    "\t",
    "\u0000",
    "\u00e9",
    "\ud800",
    "\u202e",
    "\uff11"
  };

  @Test
  void aUriIsTakenApartAsWritten() {
    var parsed = AbsoluteUri.parse("HTTPS://U:p@Host.Example:8443/A%2fb?q=1?2#F").orElseThrow();

    assertThat(parsed.scheme()).isEqualTo("https");
    assertThat(parsed.host()).isEqualTo("Host.Example");
    assertThat(parsed.authority().orElseThrow().userinfo()).contains("U:p");
    assertThat(parsed.authority().orElseThrow().port()).contains(8443);
    assertThat(parsed.path()).isEqualTo("/A%2fb");
    assertThat(parsed.query()).contains("q=1?2");
    assertThat(parsed.fragment()).contains("F");
  }

  @Test
  void anEmptyQueryOrFragmentIsNotAMissingOne() {
    assertThat(AbsoluteUri.parse("https://h/?").orElseThrow().query()).contains("");
    assertThat(AbsoluteUri.parse("https://h/#").orElseThrow().fragment()).contains("");
    assertThat(AbsoluteUri.parse("https://h/").orElseThrow().query()).isEmpty();
    assertThat(AbsoluteUri.parse("https://h/").orElseThrow().fragment()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/", "https://a.localhost/", "https://LOCALHOST/", "https://127.0.0.1/",
        "https://127.9.9.9/", "https://0.0.0.0/", "https://10.0.0.1/", "https://172.16.0.1/",
        "https://192.168.0.1/", "https://169.254.169.254/", "https://224.0.0.1/", "https://[::1]/",
        "https://[::]/", "https://[fe80::1]/", "https://[fd00::1]/", "https://[fc00::1]/",
        "https://[::ffff:10.0.0.1]/"
      })
  void hostsThatNameNoPublicMachineAreLocal(String text) {
    assertThat(AbsoluteUri.parse(text).orElseThrow().isLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://client.example.com/",
        "https://192.0.2.10/",
        "https://[2001:db8::1]/",
        "https://localhost.example/",
        "https://10.example/"
      })
  void allOthersArePublicAsFarAsTheNameTells(String text) {
    assertThat(AbsoluteUri.parse(text).orElseThrow().isLocal()).isFalse();
  }

  @Test
  void noTextMakesTheParserThrow() {
    var random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      var text = i % 2 == 0 ? pieces(random) : characters(random);

      var parsed = AbsoluteUri.parse(text);
      var redirect = RedirectUri.of(text);

      parsed.ifPresent(uri -> assertThat(uri.text()).as(label(text)).isEqualTo(text));
      assertThat(redirect.text()).as(label(text)).isEqualTo(text);
      assertThat(redirect.matches(redirect)).as(label(text)).isTrue();
    }
  }

  @Test
  void onTheHostAndPortOfAWebAddressAllParsersAgree() {
    var random = new Random(SEED);
    int compared = 0;
    for (int i = 0; i < 200_000; i++) {
      var text = "http" + (i % 2 == 0 ? "s" : "") + "://" + pieces(random);
      var redirect = RedirectUri.of(text);
      if (redirect instanceof Https || redirect instanceof Loopback) {
        assertSameAuthority(redirect.parsed().orElseThrow(), URI.create(text));
        compared++;
      }
    }
    assertThat(compared).as("seed %d", SEED).isGreaterThan(5_000);
  }

  private static void assertSameAuthority(AbsoluteUri ours, URI theirs) {
    var authority = ours.authority().orElseThrow();
    var user = authority.userinfo().map(info -> info + "@").orElse("");

    assertThat(theirs.getRawAuthority()).as(label(ours.text())).startsWith(user + ours.host());
    // java.net.URI knows no host name with an underscore or a last label that starts with a digit.
    if (theirs.getHost() != null) {
      assertThat(theirs.getHost()).as(label(ours.text())).isEqualTo(ours.host());
      assertThat(theirs.getPort()).as(label(ours.text())).isEqualTo(authority.port().orElse(-1));
    }
  }

  private static String pieces(Random random) {
    var text = new StringBuilder();
    for (int left = random.nextInt(7); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String characters(Random random) {
    var text = new StringBuilder();
    for (int left = random.nextInt(30); left > 0; left--) {
      text.append((char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
    }
    return text.toString();
  }

  private static String label(String text) {
    return "seed " + SEED + ": " + text;
  }
}
