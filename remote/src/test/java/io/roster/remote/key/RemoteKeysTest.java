package io.roster.remote.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.roster.remote.fetch.GuardedHttp;
import io.roster.remote.fetch.Strangers;
import io.roster.testkit.HttpsHost;
import io.roster.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteKeysTest {
  private final HttpsHost host = new HttpsHost("keys.example");
  private final SettableClock clock = SettableClock.atNoon();
  private final ECKey first = key("first");
  private final ECKey second = key("second");
  private GuardedHttp http;
  private RemoteKeys keys;

  @BeforeEach
  void open(@TempDir Path directory) {
    http = Strangers.client(host, directory);
    keys = new RemoteKeys(http, clock);
    publish(first);
  }

  @AfterEach
  void close() throws IOException {
    http.close();
    host.close();
  }

  @Test
  void nothingIsFetchedBeforeItIsNeededAndThenOnce() {
    assertThat(host.asked()).isZero();

    assertThat(find("first")).isTrue();
    assertThat(find("first")).isTrue();

    assertThat(host.asked()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsNewIsFetchedButNotOftenerThanTheHostCanBear() {
    find("first");
    publish(first, second);

    assertThat(find("second")).isFalse();
    clock.advance(Duration.ofSeconds(31));
    assertThat(find("second")).isTrue();
    assertThat(find("no such key")).isFalse();
    assertThat(find("no such key")).isFalse();
    assertThat(host.asked()).isEqualTo(2);
  }

  @Test
  void aKeyThatIsTakenBackIsGoneWhenTheSetIsOld() {
    find("first");
    publish(second);
    clock.advance(Duration.ofMinutes(16));

    assertThat(find("first")).isFalse();
    assertThat(find("second")).isTrue();
  }

  @Test
  void theLastGoodSetOutlivesAnOutageForADay() {
    find("first");
    host.answering("/jwks", exchange -> HttpsHost.reply(exchange, 503, ""));
    clock.advance(Duration.ofHours(20));

    assertThat(find("first")).isTrue();
    clock.advance(Duration.ofHours(5));
    assertThat(find("first")).isFalse();
  }

  @Test
  void aHostThatIsDownIsNotAskedAgainAtOnce() {
    host.answering("/jwks", exchange -> HttpsHost.reply(exchange, 503, ""));

    assertThat(keys.find(url(), Optional.empty())).isEmpty();
    assertThat(keys.find(url(), Optional.empty())).isEmpty();
    assertThat(host.asked()).isEqualTo(1);
    publish(first);
    clock.advance(Duration.ofSeconds(31));
    assertThat(find("first")).isTrue();
  }

  @Test
  void manyAtOnceFetchOnce() throws Exception {
    Callable<Boolean> finding = () -> find("first");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var found : threads.invokeAll(Collections.nCopies(50, finding))) {
        assertThat(found.get()).isTrue();
      }
    }

    assertThat(host.asked()).isEqualTo(1);
  }

  @Test
  void privateWeakAndStrangeKeysAreLeftOut() {
    host.serving(
        "/jwks",
        "{\"keys\":["
            + second.toJSONString()
            + ",{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"o\"},{\"kty\":\"x\"},5,"
            + first.toPublicJWK().toJSONString()
            + "]}");

    var found = keys.find(url(), Optional.of("first")).orElseThrow();

    assertThat(found.getKeys()).extracting(key -> key.getKeyID()).containsExactly("first");
  }

  @Test
  void whatIsNoKeySetIsNone() {
    host.serving("/jwks", "<html>Are you a robot?</html>");

    assertThat(keys.find(url(), Optional.empty())).isEmpty();
  }

  private boolean find(String kid) {
    return keys.find(url(), Optional.of(kid))
        .filter(set -> set.getKeyByKeyId(kid) != null)
        .isPresent();
  }

  private String url() {
    return host.url("/jwks");
  }

  private void publish(ECKey... published) {
    host.serving("/jwks", new JWKSet(List.of(published)).toString());
  }

  private static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
