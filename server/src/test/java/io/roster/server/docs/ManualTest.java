package io.roster.server.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.cli.RosterCommand;
import io.roster.server.settings.KnownSettings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** Links lead somewhere, and commands, settings and metrics that the manual names exist. */
class ManualTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\./roster|roster\\.jar|(?m:^)roster)((?: +[^\\s|;&>)#`]+)+)");
  private static final Pattern SETTING = Pattern.compile("(?<![\\w./-])roster\\.[a-zA-Z][\\w.-]*");
  private static final Pattern VARIABLE = Pattern.compile("\\bROSTER_[A-Z_0-9]+");
  private static final Pattern METRIC = Pattern.compile("\\bdcr_[a-z_]+");

  /** Ends of names that are no settings but files. */
  private static final Pattern FILE =
      Pattern.compile("roster\\.(yaml|db\\S*|jar|jsonl|service|dump|cache|css|aot|cdx\\S*)");

  /** Read before there are settings, or by the launcher. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "ROSTER_DATA", "ROSTER_TOKEN", "ROSTER_JAVA_OPTS", "ROSTER_BUILD", "ROSTER_LOG_FORMAT");

  private static final List<Page> PAGES = Page.all();
  private static final Set<String> SETTINGS = KnownSettings.all().keySet();

  @Test
  void everyLinkLeadsSomewhere() {
    for (var page : PAGES) {
      for (var link : page.links()) {
        var parts = link.split("#", 2);
        var target =
            parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();

        assertThat(target).as("%s: %s", page, link).exists();
        if (parts.length == 2 && Files.isRegularFile(target)) {
          assertThat(Page.read(target).anchors()).as("%s: %s", page, link).contains(parts[1]);
        }
      }
    }
  }

  @Test
  void everyPageIsInTheIndex() {
    var index = Page.read(Page.inManual("README.md")).links();

    assertThat(PAGES)
        .map(page -> page.toString().replaceFirst("docs/", ""))
        .filteredOn(page -> Files.exists(Page.inManual(page)) && !page.startsWith("decisions/"))
        .filteredOn(page -> !page.equals("README.md"))
        .allMatch(page -> index.stream().anyMatch(link -> link.split("#", 2)[0].equals(page)));
  }

  @Test
  void everyCommandIsOne() {
    for (var page : PAGES) {
      for (var code : page.code()) {
        COMMAND
            .matcher(code)
            .results()
            .forEach(
                found ->
                    assertThat(fault(List.of(found.group(1).strip().split(" +"))))
                        .as("%s: %s", page, found.group().strip())
                        .isEmpty());
      }
    }
  }

  @Test
  void everySettingIsOne() {
    for (var page : PAGES) {
      for (var code : page.code()) {
        assertThat(
                SETTING.matcher(code).results().map(found -> found.group().replaceAll("\\.$", "")))
            .as(page.toString())
            .filteredOn(name -> !FILE.matcher(name).matches())
            .allMatch(ManualTest::isSetting);
        assertThat(VARIABLE.matcher(code).results().map(found -> found.group()))
            .as(page.toString())
            .allMatch(ManualTest::isVariable);
      }
      for (var block : page.blocks("yaml"::equals)) {
        if (new Yaml().load(block) instanceof Map<?, ?> map && map.get("roster") != null) {
          assertThat(leaves("roster", map.get("roster")))
              .as(page.toString())
              .allMatch(ManualTest::isSetting);
        }
      }
    }
  }

  @Test
  void everyMetricIsOnItsPage() {
    var known =
        METRIC
            .matcher(Page.read(Page.inManual("monitoring.md")).text())
            .results()
            .map(found -> stem(found.group()))
            .collect(toSet());

    for (var page : PAGES) {
      assertThat(METRIC.matcher(page.text()).results().map(found -> stem(found.group())))
          .as(page.toString())
          .allMatch(known::contains);
    }
  }

  /** What is wrong with a command line; nothing where it can't be told. */
  private static List<String> fault(List<String> words) {
    var command = RosterCommand.commandLine(System.in);
    var faults = new ArrayList<String>();
    for (var word : words) {
      var subcommand = command.getSubcommands().get(word);
      if (subcommand != null) {
        command = subcommand;
      } else if (word.startsWith("--")) {
        if (!knows(command, word.split("=", 2)[0])) {
          faults.add("no such option: " + word);
        }
      } else if (!command.getSubcommands().isEmpty() && word.matches("[a-z][a-z-]+")) {
        faults.add("no such command: " + word);
      }
    }
    return faults;
  }

  private static boolean knows(CommandLine command, String option) {
    return command.getCommandSpec().findOption(option) != null;
  }

  /** A setting, something below one that takes names of yours, or the beginning of some. */
  private static boolean isSetting(String name) {
    var asked = name.split("\\.", -1);
    return SETTINGS.stream()
            .map(known -> known.split("\\.", -1))
            .anyMatch(known -> fits(asked, known))
        || name.equals("roster.log.format");
  }

  private static boolean fits(String[] asked, String[] known) {
    for (int i = 0; i < Math.min(asked.length, known.length); i++) {
      if (!asked[i].equals(known[i]) && !known[i].matches("[A-Z]+")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVariable(String name) {
    var asked = letters(name);
    return OTHER_VARIABLES.contains(name)
        || SETTINGS.stream()
            .map(known -> letters(known.replaceAll("\\.[A-Z]+(?=\\.|$)", ".*")))
            .anyMatch(known -> asked.matches(known.replace("*", "[a-z0-9]+")));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
  }

  private static Stream<String> leaves(String name, Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream().flatMap(e -> leaves(name + "." + e.getKey(), e.getValue()));
      case List<?> list when !list.isEmpty() && list.getFirst() instanceof Map<?, ?> ->
          list.stream().flatMap(each -> leaves(name + ".N", each));
      case null, default -> Stream.of(name);
    };
  }

  /** A metric's name without what says which figure of it is meant. */
  private static String stem(String name) {
    return name.replaceAll("_(count|sum|bucket)$", "");
  }
}
