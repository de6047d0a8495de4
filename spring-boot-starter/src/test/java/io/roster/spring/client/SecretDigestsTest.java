package io.roster.spring.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.credential.Credential;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretDigestsTest {
  private static final Secret CURRENT = new Secret("current");
  private static final Secret PREVIOUS = new Secret("previous");

  private final SettableClock clock = SettableClock.atNoon();
  private final Digester digester = Digester.withoutPepper();
  private final SecretDigests secrets = new SecretDigests(digester, clock);

  @Test
  void theSecretBeforeTheLastOneCountsUntilItsEndAndNoLonger() {
    var end = clock.instant().plus(Duration.ofMinutes(1));
    var digests =
        SecretDigests.joined(
            new Credential(digester.digest(CURRENT), Optional.empty()),
            Optional.of(new Credential(digester.digest(PREVIOUS), Optional.of(end))));

    assertThat(secrets.matches("previous", digests)).isTrue();
    assertThat(secrets.matches("current", digests)).isTrue();
    assertThat(secrets.matches("another", digests)).isFalse();

    clock.advance(Duration.ofMinutes(1));
    assertThat(secrets.matches("previous", digests)).isFalse();
    assertThat(secrets.matches("current", digests)).isTrue();
  }
}
