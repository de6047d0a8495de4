package io.roster.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 2, less than a minute",
    "PT-9S, 2, less than a minute",
    "PT1M, 5, 1 minute",
    "PT10M, 15, 10 minutes",
    "PT1H, 30, 1 hour",
    "PT50H, 30, 2 days"
  })
  void whoWaitsLongerAsksLessOften(Duration waited, long seconds, String text) {
    assertThat(Patience.untilNext(waited)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(Patience.text(waited)).isEqualTo(text);
  }
}
