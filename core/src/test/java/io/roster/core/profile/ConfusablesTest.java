package io.roster.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table is what ICU says, character by character. */
class ConfusablesTest {
  @Test
  void everyCharacterHasTheAsciiSkeletonThatIcuGivesIt() {
    var icu = new SpoofChecker.Builder().build();
    var expected = new TreeMap<Integer, String>();
    var actual = new TreeMap<Integer, String>();

    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        var text = Character.toString(c);
        var skeleton = icu.getSkeleton(text);
        if (isVisibleAscii(skeleton) && !skeleton.equals(text)) {
          expected.put(c, skeleton);
        }
        actual.put(c, Objects.requireNonNullElse(Confusables.of(c), ""));
      }
    }
    actual.values().removeIf(String::isEmpty);

    assertThat(actual).isEqualTo(expected).hasSizeGreaterThan(1800);
  }

  private static boolean isVisibleAscii(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
