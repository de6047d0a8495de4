package io.roster.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that can be taken for each other, requirements 6.6 and 6.7. */
class SkeletonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLAUDE",
        "C1aude",
        "CIaude",
        "C|aude",
        "\uff23\uff2c\uff21\uff35\uff24\uff25",
        "\u0421laude",
        "\u0421l\u0430ud\u0435",
        "\ud835\udc02\ud835\udc25\ud835\udc1a\ud835\udc2e\ud835\udc1d\ud835\udc1e",
        "Cl\u00e2ude",
        "Cla\u0301ude",
        "Cl\u200baude",
        "C\u200dl\u200caude",
        "\ufeffClaude",
        "Cl\u00adaude",
        "Cl\u2060aude",
        "Cl\ufe0faude",
        "C\u3164laude",
        "Claude\udb40\udc41",
        "  Claude\u00a0 "
      })
  void whatLooksLikeClaudeHasItsSkeleton(String name) {
    assertThat(Skeleton.of(name)).isEqualTo(Skeleton.of("Claude"));
  }

  @ParameterizedTest
  @CsvSource({
    "Cornpany, Company",
    "MICROSOFT, Microsoft",
    "Stra\u00dfe, STRASSE",
    "a  b, a b",
    "a\u3000b, a b",
    "0pen, Open"
  })
  void pairsThatCanBeConfusedAreOne(String one, String other) {
    assertThat(Skeleton.of(one)).isEqualTo(Skeleton.of(other));
  }

  @ParameterizedTest
  @CsvSource({"Claude, Claudia", "Cursor, Cursors", "Zed, Zeb", "\u4f60\u597d, \u4f60\u4eec"})
  void otherNamesAreOthers(String one, String other) {
    assertThat(Skeleton.of(one)).isNotEqualTo(Skeleton.of(other));
  }

  @Test
  void capitalSharpSIsTwoLettersToo() {
    assertThat(Skeleton.of("\u1e9e")).isEqualTo(Skeleton.of("\u00df")).isEqualTo("ss");
  }

  @Test
  void wordsAreSeparatedByOneSpaceWhateverStoodBetween() {
    assertThat(Skeleton.words(" Acme-Corp__(beta) ")).isEqualTo("acrne corp beta");
    assertThat(Skeleton.words("!?")).isEmpty();
  }

  @Test
  void aSkeletonIsItsOwnSkeleton() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var skeleton = Skeleton.of(Texts.any(random));

      assertThat(Skeleton.of(skeleton)).as("seed %d, round %d", seed, i).isEqualTo(skeleton);
    }
  }
}
