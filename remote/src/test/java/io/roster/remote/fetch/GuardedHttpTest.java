package io.roster.remote.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.remote.fetch.Fetch.Failed;
import io.roster.remote.fetch.Fetch.Fetched;
import io.roster.remote.fetch.Fetch.Refused;
import io.roster.testkit.HttpsHost;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets: a host that does its worst is answered by nothing worse than a failure. */
class GuardedHttpTest {
  private static final int LIMIT = 1000;

  private final HttpsHost host = new HttpsHost("keys.example");
  private final CountDownLatch end = new CountDownLatch(1);
  @TempDir private Path directory;

  @AfterEach
  void close() {
    end.countDown();
    host.close();
  }

  @Test
  void aDocumentIsFetched() {
    host.answering(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("Cache-Control", "public, max-age=120");
          exchange.getResponseHeaders().add("Content-Type", "Application/JSON; charset=utf-8");
          HttpsHost.reply(exchange, 200, "{\"keys\":[]}");
        });

    assertThat(get("/jwks"))
        .isEqualTo(
            new Fetched("{\"keys\":[]}", "application/json", Optional.of(Duration.ofMinutes(2))));
  }

  @Test
  void noRedirectIsFollowed() {
    host.serving("/secret", "{}");
    host.answering(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("Location", host.url("/secret"));
          HttpsHost.reply(exchange, 302, "");
        });

    assertThat(get("/jwks")).isEqualTo(new Refused(302));
    assertThat(host.asked()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 403, 404, 500, 503})
  void nothingButAPlainAnswerCounts(int status) {
    host.answering("/jwks", exchange -> HttpsHost.reply(exchange, status, ""));

    assertThat(get("/jwks")).isEqualTo(new Refused(status));
  }

  @Test
  void oneByteTooManyIsTooMany() {
    host.serving("/fits", "x".repeat(LIMIT));
    host.serving("/toolong", "x".repeat(LIMIT + 1));

    assertThat(get("/fits")).isInstanceOf(Fetched.class);
    assertThat(get("/toolong")).isEqualTo(new Failed("more than 1000 bytes"));
  }

  @Test
  void aCompressedBodyIsNotUnpacked() {
    host.answering(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          HttpsHost.reply(exchange, 200, "x");
        });

    assertThat(get("/jwks")).isInstanceOf(Failed.class);
  }

  @Test
  void aHostThatSaysNothingIsNotWaitedFor() {
    host.answering("/jwks", exchange -> waitForTheEnd());

    assertThat(get("/jwks")).isInstanceOf(Failed.class);
  }

  @Test
  void aBodyThatTricklesIsNotWaitedFor() {
    host.answering(
        "/jwks",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            while (!waitedForTheEnd(100)) {
              out.write('x');
              out.flush();
            }
          }
        });
    long began = System.nanoTime();

    assertThat(get("/jwks")).isInstanceOf(Failed.class);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keys.example/jwks",
        "https://me@keys.example/jwks",
        "https://keys.example:22/jwks",
        "https://keys.example/jwks#x",
        "file:///etc/passwd",
        "ftp://keys.example/x",
        "keys.example",
        ""
      })
  void nothingButHttpsOnAnAllowedPortIsAsked(String url) throws IOException {
    try (var http = Strangers.client(host, directory)) {
      assertThat(http.get(url, LIMIT)).isInstanceOf(Failed.class);
    }
    assertThat(host.asked()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void noSpecialAddressIsPublic(String literal) throws IOException {
    assertThat(PublicAddresses.contain(InetAddress.getByName(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "160.79.104.10", "2606:4700:4700::1111"})
  void othersAre(String literal) throws IOException {
    assertThat(PublicAddresses.contain(InetAddress.getByName(literal))).isTrue();
  }

  @Test
  void aNameThatLeadsHereIsNotAsked() throws IOException {
    host.serving("/jwks", "{}");

    try (var http = Strangers.client(host, directory, List.of(), "127.0.0.1")) {
      assertThat(http.get(host.url("/jwks"), LIMIT)).isInstanceOf(Failed.class);
    }
    assertThat(host.asked()).isZero();
  }

  @Test
  void anAddressInTheUrlIsCheckedLikeAnyOther() throws IOException {
    host.serving("/jwks", "{}");

    try (var http = new GuardedHttp(settings())) {
      for (var literal : List.of("127.0.0.1", "[::1]", "localhost")) {
        var url = "https://" + literal + ":" + host.port() + "/jwks";
        assertThat(http.get(url, LIMIT)).as(url).isInstanceOf(Failed.class);
      }
    }
    assertThat(host.asked()).isZero();
  }

  @Test
  void whatWasCheckedIsWhatIsConnectedTo() throws IOException {
    host.serving("/jwks", "{}");

    // The name leads to a public address first and would lead here the next time it is asked.
    try (var http = Strangers.client(host, directory, List.of(), "192.0.0.9", "127.0.0.1")) {
      assertThat(http.get(host.url("/jwks"), LIMIT)).isInstanceOf(Failed.class);
      assertThat(http.get(host.url("/jwks"), LIMIT)).isInstanceOf(Failed.class);
    }
    assertThat(host.asked()).isZero();
  }

  @Test
  void aHostThatProvesNothingIsNotBelieved() throws IOException {
    host.serving("/jwks", "{}");
    var other = new HttpsHost("keys.example");
    try (other;
        var http = Strangers.client(other, directory)) {
      var url = "https://keys.example:" + other.port() + "/jwks";
      var impostor = "https://other.example:" + other.port() + "/jwks";
      other.serving("/jwks", "{}");

      assertThat(http.get(url, LIMIT)).isInstanceOf(Fetched.class);
      assertThat(http.get(impostor, LIMIT)).isInstanceOf(Failed.class);
    }
  }

  @Test
  void aFileWithoutCertificatesRefusesToStart() {
    var settings =
        new RemoteSettings(
            List.of(), Optional.of(Path.of("no/such/file")), Set.of(443), Duration.ofSeconds(1));

    assertThatThrownBy(() -> new GuardedHttp(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("roster.remote.trusted-certificates must");
  }

  private RemoteSettings settings() {
    return new RemoteSettings(
        List.of(), Optional.empty(), Set.of(host.port()), Duration.ofSeconds(1));
  }

  private Fetch get(String path) {
    try (var http = Strangers.client(host, directory)) {
      return http.get(host.url(path), LIMIT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void waitForTheEnd() {
    assertThat(waitedForTheEnd(20_000)).isTrue();
  }

  private boolean waitedForTheEnd(long millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
