package io.roster.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @Test
  void theStandardLimitsHaveRoomForEveryKnownClient() {
    assertThat(Limits.standard()).isEqualTo(new Limits(20, 2048, 256, 32, 256, 16));
  }

  @ParameterizedTest
  @CsvSource({
    "0, redirect-uris",
    "1, uri-length",
    "2, name-length",
    "3, entries",
    "4, entry-length",
    "5, keys"
  })
  void eachLimitIsBetweenOneAndTenThousand(int position, String property) {
    for (int nonsense : new int[] {0, -1, 10_001, Integer.MIN_VALUE}) {
      var values = new int[] {1, 10_000, 1, 1, 1, 1};
      values[position] = nonsense;

      assertThatIllegalArgumentException()
          .isThrownBy(() -> limits(values))
          .withMessageStartingWith("roster.limits." + property + " must be between 1 and 10000");
    }
  }

  private static Limits limits(int... v) {
    return new Limits(v[0], v[1], v[2], v[3], v[4], v[5]);
  }
}
