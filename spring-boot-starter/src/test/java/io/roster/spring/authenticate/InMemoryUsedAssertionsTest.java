package io.roster.spring.authenticate;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.testkit.Clients;
import io.roster.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryUsedAssertionsTest {
  private final SettableClock clock = SettableClock.atNoon();
  private final InMemoryUsedAssertions used = new InMemoryUsedAssertions(2, clock);

  @Test
  void anAssertionIsRememberedUntilItEnds() {
    var end = Clients.NOON.plusSeconds(60);

    assertThat(used.use("a", end)).isTrue();
    assertThat(used.use("a", end)).isFalse();
    clock.advance(Duration.ofSeconds(61));
    assertThat(used.use("a", end.plusSeconds(60))).isTrue();
  }

  @Test
  void theOldestIsForgottenWhenThereIsNoRoom() {
    var end = Clients.NOON.plusSeconds(60);
    used.use("a", end);
    used.use("b", end);

    used.use("c", end);

    assertThat(used.use("c", end)).isFalse();
    assertThat(used.use("a", end)).isTrue();
  }
}
