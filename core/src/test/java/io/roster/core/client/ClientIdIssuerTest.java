package io.roster.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.roster.core.HandSetClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdIssuerTest {
  private final HandSetClock clock = new HandSetClock();
  private final ClientIdIssuer issuer =
      new ClientIdIssuer("mcp-client-", clock, new SecureRandom());

  @Test
  void anIdentifierHas128BitsBehindItsPrefix() {
    assertThat(issuer.issue().value()).matches("mcp-client-[0-9a-f]{32}");
  }

  @Test
  void identifiersOfOneMillisecondDiffer() {
    var seen = new HashSet<ClientId>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(issuer.issue())).isTrue();
    }
  }

  @Test
  void laterIdentifiersSortBehindEarlierOnes() {
    var earlier = issuer.issue();
    clock.advance(Duration.ofMillis(1));
    var later = issuer.issue();

    assertThat(earlier).isLessThan(later);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "caf\u00e9", "a\u007f"})
  void anIdentifierIsVisibleAscii(String value) {
    assertThat(ClientId.isValid(value)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientId(value));
  }

  @Test
  void anIdentifierHasAtMost128Characters() {
    assertThat(ClientId.isValid("a".repeat(128))).isTrue();
    assertThat(ClientId.isValid("a".repeat(129))).isFalse();
  }
}
