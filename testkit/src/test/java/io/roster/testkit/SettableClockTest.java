package io.roster.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettableClockTest {
  @Test
  void standsStillUntilItIsMoved() {
    var clock = SettableClock.atNoon();

    clock.advance(Duration.ofMinutes(1));
    clock.advance(Duration.ofMinutes(1));

    assertThat(clock.instant()).isEqualTo(Clients.NOON.plusSeconds(120));
    assertThat(clock.instant()).isEqualTo(Clients.NOON.plusSeconds(120));
  }
}
