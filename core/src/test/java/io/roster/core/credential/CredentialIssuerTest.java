package io.roster.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialIssuerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.987Z");

  private final Digester digester = Digester.withoutPepper();

  @Test
  void aSecretHas256BitsIn43CharactersThatNeedNoEncoding() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 1_000; i++) {
      var secret = issuer().issue(NOW, Duration.ZERO).secret().reveal();

      assertThat(secret).matches("[A-Za-z0-9_-]{43}");
      assertThat(seen.add(secret)).isTrue();
    }
  }

  @Test
  void onlyTheDigestIsKept() {
    var issued = issuer().issue(NOW, Duration.ZERO);

    assertThat(issued.credential().digest()).isEqualTo(digester.digest(issued.secret()));
    assertThat(issued.credential().toString()).doesNotContain(issued.secret().reveal());
  }

  @Test
  void theEndIsInWholeSeconds() {
    assertThat(issuer().issue(NOW, Duration.ofHours(24)).credential().expiresAt())
        .contains(Instant.parse("2026-11-24T10:00:00Z"));
  }

  @Test
  void zeroMeansThatNoneExpires() {
    var credential = issuer().issue(NOW, Duration.ZERO).credential();

    assertThat(credential.expiresAt()).isEmpty();
    assertThat(credential.isExpired(Instant.MAX)).isFalse();
  }

  @Test
  void aCredentialEndsAtTheInstantItNames() {
    var credential = new Credential(digester.digest(new Secret("x")), Optional.of(NOW));

    assertThat(credential.isExpired(NOW.minusNanos(1))).isFalse();
    assertThat(credential.isExpired(NOW)).isTrue();
    assertThat(credential.isExpired(NOW.plusNanos(1))).isTrue();
  }

  private CredentialIssuer issuer() {
    return new CredentialIssuer(new SecretIssuer(new SecureRandom()), digester);
  }
}
