package io.roster.packaging;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Whose code is in the jar and under which licence; -Dgolden.rewrite=true writes the list anew, to
 * be read in the diff.
 */
class LicencesTest {
  private static final Path BILL = Path.of("target/classes/META-INF/sbom/roster.cdx.json");
  private static final Path PAGE = Path.of("third-party.md");

  /** One of them suffices where a component offers several. */
  private static final Set<String> WELCOME =
      Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "CC0-1.0");

  private static final String HEAD =
      """
      # Whose code is in the jar

      What the runnable jar holds beside our own, and under which licence; where there are several, one may choose. \
      Their texts are in the jar below `META-INF/licenses`, versions and digests in `META-INF/sbom/roster.cdx.json`.

      | Component | Licence |
      |---|---|
      """;

  @Test
  void everyComponentComesUnderALicenceWeMayPassOn() throws IOException {
    for (var component : strangers()) {
      assertThat(licences(component)).as(name(component)).containsAnyElementsOf(WELCOME);
    }
  }

  @Test
  void thePageListsThemAll() throws IOException {
    var page =
        strangers().stream()
            .map(component -> row(component))
            .sorted()
            .collect(joining("", HEAD, ""));

    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualToNormalizingNewlines(page);
  }

  private static List<JsonNode> strangers() throws IOException {
    var bill = new ObjectMapper().readTree(Files.readString(BILL));
    return bill.path("components")
        .valueStream()
        .filter(component -> !component.path("group").asString().equals("io.roster"))
        .toList();
  }

  private static String row(JsonNode component) {
    return "| " + name(component) + " | " + String.join(", ", licences(component)) + " |\n";
  }

  private static String name(JsonNode component) {
    return component.path("group").asString() + ":" + component.path("name").asString();
  }

  private static List<String> licences(JsonNode component) {
    return component
        .path("licenses")
        .valueStream()
        .flatMap(
            each ->
                Stream.of(each.path("license").path("id"), each.path("license").path("name"))
                    .filter(JsonNode::isString))
        .map(JsonNode::asString)
        .toList();
  }
}
