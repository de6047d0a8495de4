package io.roster.spring.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.roster.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final SettableClock clock = SettableClock.atNoon();
  private final InMemorySigningKeyStore store = new InMemorySigningKeyStore();
  private final SigningKeys keys = new SigningKeys(store, LIFETIME, clock);

  @Test
  void theFirstKeyIsMadeWhenItIsNeededAndKept() {
    var first = published(keys);
    var later = published(new SigningKeys(store, LIFETIME, clock));

    assertThat(first).hasSize(1);
    assertThat(later).isEqualTo(first);
    assertThat(first.getFirst().toRSAKey().size()).isEqualTo(2048);
  }

  @Test
  void aNewKeyIsPublishedBeforeItSigns() {
    var old = signer(keys);
    clock.advance(Duration.ofHours(1));

    var next = keys.rotate();

    assertThat(published(keys)).extracting(JWK::getKeyID).containsExactly(next, old);
    assertThat(signer(keys)).isEqualTo(old);
    clock.advance(Duration.ofSeconds(30));
    assertThat(signer(keys)).isEqualTo(next);
  }

  @Test
  void anOldKeyIsPublishedUntilItsTokensAreOver() {
    published(keys);
    clock.advance(Duration.ofHours(1));
    keys.rotate();

    clock.advance(LIFETIME.plusSeconds(30));
    assertThat(published(keys)).hasSize(2);
    clock.advance(Duration.ofMinutes(1));
    assertThat(published(keys)).hasSize(1);
  }

  @Test
  void aRotationByAnotherProcessIsSeenSoon() {
    published(keys);
    clock.advance(Duration.ofHours(1));
    published(keys);

    var next = new SigningKeys(store, LIFETIME, clock).rotate();

    clock.advance(Duration.ofSeconds(11));
    assertThat(published(keys)).extracting(JWK::getKeyID).contains(next);
  }

  @Test
  void keysThatSignedNothingForLongAreDeleted() {
    published(keys);
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofHours(1));
      keys.rotate();
    }

    assertThat(store.all()).hasSize(2);
  }

  private static List<JWK> published(SigningKeys keys) {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
  }

  private static String signer(SigningKeys keys) {
    return keys.choose(published(keys)).getKeyID();
  }
}
