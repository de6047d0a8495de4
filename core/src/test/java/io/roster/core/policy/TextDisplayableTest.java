package io.roster.core.policy;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Display spoofing: 6.10 of the requirements. */
class TextDisplayableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cursor",
        "Visual Studio Code",
        "Claude Code (Bob's server)",
        "<script>alert(1)</script>",
        "AT&T \"quoted\"",
        "Cli\u00ebnt \u30c6\u30b9\u30c8 \ud83d\ude80",
        "e\u0301",
        "\u0634\u0631\u06a9\u062a\u200c\u0647\u0627",
        "\ud83d\udc69\u200d\ud83d\udcbb",
        "\u2764\ufe0f",
        "1\ufe0f\u20e3",
        "\u845b\udb40\udd00",
        "a\u0323\u0302\u0301b",
        "a\u00a0b"
      })
  void aNameThatShowsWhatItHoldsIsKeptAsIs(String name) {
    assertThat(violations(Members.CLIENT_NAME, name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safe\u202egnp.exe",
        "\u202aa",
        "\u202ba",
        "\u202ca",
        "\u202da",
        "a\u2066b",
        "a\u2067b",
        "a\u2068b",
        "a\u2069b",
        "a\u200eb",
        "a\u200fb",
        "a\u061cb"
      })
  void nothingReordersTheText(String name) {
    assertRefused(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Clau\u200bde",
        "Clau\u200cde",
        "Clau\u200dde",
        "\u200da",
        "a\u2060b",
        "\ufeffa",
        "a\u00adb",
        "a\u180eb",
        "\udb40\udc01a",
        "a\u034fb",
        "\u115fa",
        "a\u1160b",
        "\u3164",
        "\uffa0",
        "\u2800"
      })
  void nothingHidesInTheText(String name) {
    assertRefused(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\tb",
        "a\u0000b",
        "a\u001bb",
        "a\u007fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "\ud800",
        "a\udc00b",
        "\ue000",
        "\udbc0\udc00",
        "\uffff",
        "\u0378"
      })
  void everyCharacterHasAMeaningAndStaysOnItsLine(String name) {
    assertRefused(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cl\ufe0faude",
        "\u0421\ufe0f",
        "\ufe0fa",
        "\u2764\ufe0f\ufe0f",
        "a\udb40\udd00b",
        "a\udb40\udc41b"
      })
  void variantsAreOfWhatHasThem(String name) {
    assertRefused(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0300\u0301\u0302\u0303\u0304b",
        "a\u0300\u0301\u0302\u200d\u0303\u0304b",
        "a\u0301\u0301b",
        "\u0301a",
        "\u20dda"
      })
  void marksStayOnTheLineOfTheirLetter(String name) {
    assertRefused(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u00a0", "\u3000", " \u2003 "})
  void thereIsSomethingToSee(String name) {
    assertRefused(name);
  }

  @Test
  void lengthIsCountedInCodePoints() {
    assertThat(violations(Members.CLIENT_NAME, "\ud83d\ude80".repeat(256))).isEmpty();
    assertRefused("\ud83d\ude80".repeat(257));
  }

  @Test
  void everyLanguageIsLookedAt() {
    var candidate = VALID.with(new Localized(Members.CLIENT_NAME, "fr", "a\u202eb"));

    assertThat(violations(candidate))
        .extracting(Violation::field)
        .containsExactly("client_name#fr");
  }

  @Test
  void theSoftwaresNameAndVersionAreTextToo() {
    assertThat(violations(Members.SOFTWARE_ID, "4NRB1-0XZABZI9E6-5SM3R")).isEmpty();
    assertThat(violations(Members.SOFTWARE_ID, "a\u200bb"))
        .extracting(Violation::field)
        .containsExactly("software_id");
    assertThat(violations(Members.SOFTWARE_VERSION, "1".repeat(257)))
        .extracting(Violation::field)
        .containsExactly("software_version");
  }

  private static void assertRefused(String name) {
    assertThat(violations(Members.CLIENT_NAME, name))
        .extracting(Violation::field)
        .containsExactly("client_name");
  }
}
