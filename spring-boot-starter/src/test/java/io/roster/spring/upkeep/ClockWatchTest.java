package io.roster.spring.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.testkit.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockWatchTest {
  private final SettableClock wall = SettableClock.atNoon();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
  private final ClockWatch watch = new ClockWatch(wall, nanos::get);

  @Test
  void aSteadyClockIsTrusted() {
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofMinutes(10));
      assertThat(watch.jump()).isEmpty();
    }

    assertThat(watch.isTrusted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {6, -6, 600_000, -600_000})
  void aJumpIsToldOnceAndNotTrustedForAnHour(long minutes) {
    wall.advance(Duration.ofMinutes(minutes));

    assertThat(watch.jump()).contains(Duration.ofMinutes(minutes));
    assertThat(watch.isTrusted()).isFalse();
    pass(Duration.ofMinutes(59));
    assertThat(watch.jump()).isEmpty();
    assertThat(watch.isTrusted()).isFalse();
    pass(Duration.ofMinutes(2));
    assertThat(watch.isTrusted()).isTrue();
  }

  private void pass(Duration time) {
    wall.advance(time);
    nanos.addAndGet(time.toNanos());
  }
}
