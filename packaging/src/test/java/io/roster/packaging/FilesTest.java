package io.roster.packaging;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.ObjectMapper;

/** What can be said about the files around the jar without systemd, Docker and Kubernetes. */
class FilesTest {
  private static final Path UNIT = Path.of("systemd/roster.service");
  private static final Path DOCKERFILE = Path.of("docker/Dockerfile");
  private static final Path CHART = Path.of("helm/roster");

  private static final Pattern VALUE = Pattern.compile("\\.Values((?:\\.\\w+)+)");
  private static final Pattern IMAGE = Pattern.compile("(?m)^FROM (\\S+)");
  private static final Pattern PINNED = Pattern.compile(".+:\\d+\\.\\d+\\.\\d+\\S*(@sha256:.+)?");

  @Test
  void theUnitShutsTheServiceIn() throws IOException {
    assertThat(Files.readAllLines(UNIT))
        .contains(
            "DynamicUser=yes",
            "ProtectSystem=strict",
            "ProtectHome=yes",
            "PrivateTmp=yes",
            "NoNewPrivileges=yes",
            "CapabilityBoundingSet=",
            "RestrictNamespaces=yes",
            "SystemCallFilter=@system-service",
            "StateDirectory=roster",
            "Restart=on-failure");
  }

  @Test
  void nothingThatIsHandedOutHoldsASecret() throws IOException {
    for (var file : List.of(UNIT, DOCKERFILE, CHART.resolve("templates/deployment.yaml"))) {
      assertThat(settingsIn(file)).as(file.toString()).doesNotContain("PASSWORD", "PEPPER", "KEY=");
    }
  }

  @Test
  void theImageIsPinnedAndRunsAsNobodySpecial() throws IOException {
    var text = Files.readString(DOCKERFILE);
    var stages =
        Pattern.compile(" AS (\\w+)").matcher(text).results().map(m -> m.group(1)).toList();
    var images = IMAGE.matcher(text).results().map(m -> m.group(1));

    assertThat(images.filter(image -> !stages.contains(image)))
        .isNotEmpty()
        .allMatch(PINNED.asMatchPredicate());
    assertThat(text)
        .contains("\nUSER 10001:10001\n")
        .contains("HEALTHCHECK")
        .doesNotContain("USER root");
  }

  @Test
  void theChartsTemplatesUseEveryValueAndNoOther() throws IOException {
    var known = new TreeSet<String>();
    Map<String, Object> values = new Yaml().load(Files.readString(CHART.resolve("values.yaml")));
    values.forEach((name, value) -> known.addAll(paths("." + name, value)));

    assertThat(used()).containsExactlyElementsOf(known);
  }

  @Test
  void theSchemaKnowsEveryValue() throws IOException {
    var schema = new ObjectMapper().readTree(Files.readString(CHART.resolve("values.schema.json")));
    Map<String, Object> values = new Yaml().load(Files.readString(CHART.resolve("values.yaml")));

    assertThat(schema.path("properties").propertyNames()).containsAll(values.keySet());
    assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
  }

  /** Settings of ours as the environment gives them. */
  private static String settingsIn(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> line.contains("ROSTER_")).collect(joining("\n"));
    }
  }

  /** A map with names in it stands for them; anything else, and what operators fill, for itself. */
  private static Set<String> paths(String path, Object value) {
    var below =
        Set.of(
            ".image", ".service", ".ingress", ".admin", ".networkPolicy", ".podDisruptionBudget");
    return value instanceof Map<?, ?> map && below.contains(path)
        ? map.keySet().stream().map(name -> path + "." + name).collect(toCollection(TreeSet::new))
        : Set.of(path);
  }

  private static Set<String> used() throws IOException {
    try (Stream<Path> templates = Files.list(CHART.resolve("templates"))) {
      var all = new TreeSet<String>();
      for (var template : templates.toList()) {
        VALUE
            .matcher(Files.readString(template))
            .results()
            .forEach(found -> all.add(found.group(1)));
      }
      return all;
    }
  }
}
