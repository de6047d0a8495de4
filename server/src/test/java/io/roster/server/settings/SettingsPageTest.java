package io.roster.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Names and defaults on docs/settings.md are the code's; -Dgolden.rewrite=true writes defaults anew
 * and adds rows for settings that have none, to be worded by hand.
 */
class SettingsPageTest {
  private static final Path PAGE = Path.of("../docs/settings.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(roster\\.[a-zA-Z.-]+?)(\\.\\*)?` \\| ([^|]*?) ?\\| ?(.*) ?\\|$");
  private static final String UNWORDED = "?";

  @Test
  void thePageListsEverySettingThereIsAndNoOther() throws IOException {
    var page = page();

    var listed = ROW.matcher(page).results().map(row -> row.group(1)).toList();

    assertThat(listed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(KnownSettings.all().keySet());
    assertThat(ROW.matcher(page).results().map(row -> row.group(4).strip()))
        .doesNotContain(UNWORDED);
  }

  @Test
  void everyDefaultIsTheCodes() throws IOException {
    var all = KnownSettings.all();

    assertThat(ROW.matcher(page()).results())
        .allSatisfy(
            row ->
                all.getOrDefault(row.group(1), Optional.empty())
                    .ifPresent(
                        value -> assertThat(row.group(3)).as(row.group(1)).isEqualTo(cell(value))));
  }

  /** The page; where that is wanted, first brought up to the code. */
  private static String page() throws IOException {
    var page = Files.readString(PAGE);
    if (Boolean.getBoolean("golden.rewrite")) {
      var all = KnownSettings.all();
      var known = ROW.matcher(page).results().map(row -> row.group(1)).toList();
      var rewritten =
          new StringBuilder(
              ROW.matcher(page)
                  .replaceAll(row -> java.util.regex.Matcher.quoteReplacement(rewritten(row))));
      all.forEach(
          (name, value) -> {
            if (!known.contains(name)) {
              rewritten.append(
                  row(name, value.map(SettingsPageTest::cell).orElse("none"), UNWORDED));
            }
          });
      page = rewritten.toString();
      Files.writeString(PAGE, page);
    }
    return page;
  }

  private static String rewritten(MatchResult row) {
    var value = KnownSettings.all().getOrDefault(row.group(1), Optional.empty());
    return value
        .map(
            cell -> row.group().replaceFirst(Pattern.quote("| " + row.group(3)), "| " + cell(cell)))
        .orElse(row.group());
  }

  private static String row(String name, String value, String words) {
    return "| `" + name + "` | " + value + " | " + words + " |\n";
  }

  private static String cell(String value) {
    return "`" + value + "`";
  }
}
