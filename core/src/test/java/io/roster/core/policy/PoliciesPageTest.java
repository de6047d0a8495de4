package io.roster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Checkout;
import io.roster.core.settings.PolicyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of rules in the manual is the list in the code: names are a promise. */
class PoliciesPageTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)` \\| [^|]+ \\| ([a-z]+) \\| ([a-z, ]*)\\|");

  @Test
  void thePageListsEveryRuleInItsOrderWithItsModes() throws IOException {
    var page = Files.readString(Checkout.file("docs/policies.md"));

    var listed =
        ROW.matcher(page)
            .results()
            .map(row -> row.group(1) + ": " + row.group(2) + " / " + row.group(3).strip())
            .toList();

    assertThat(listed).containsExactlyElementsOf(rules());
  }

  private static List<String> rules() {
    return Candidates.standardRules().stream().map(PoliciesPageTest::row).toList();
  }

  private static String row(Rule rule) {
    var others =
        rule.modes().stream()
            .filter(mode -> mode != rule.mode())
            .sorted()
            .map(PolicyMode::wireName)
            .toList();
    return rule.name() + ": " + rule.mode().wireName() + " / " + String.join(", ", others);
  }
}
