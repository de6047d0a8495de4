package io.roster.core;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/protocol.md true: every number has a row, and every row names what exists. */
class ProtocolPageTest {
  private static final Pattern ROW =
      Pattern.compile("\\| ((?:[A-Z]|6\\.)\\d+) \\| ([^|]+) \\|([^|]*)\\| ([^|]+) \\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TEST_METHOD = Pattern.compile("void (\\w+)\\(");
  private static final Pattern NO_TEST = Pattern.compile("(open|not applicable): .+");

  private static final List<Row> ROWS = rows();
  private static final Map<String, Set<Path>> SOURCES = sources();

  private record Row(String number, String clause, String classes, String proof) {}

  @Test
  void everyRequirementHasOneRow() {
    var numbers =
        Stream.of(
                range("R", 74),
                range("M", 32),
                range("T", 33),
                range("P", 20),
                range("C", 34),
                range("I", 11),
                range("6.", 29))
            .flatMap(numbersOfOneKind -> numbersOfOneKind)
            .toList();

    assertThat(ROWS).extracting(Row::number).containsExactlyElementsOf(numbers);
  }

  @Test
  void everyClassOnThePageExists() {
    for (var row : ROWS) {
      assertThat(SOURCES.keySet()).as(row.number()).containsAll(codeIn(row.classes()));
    }
  }

  @Test
  void everyRowIsProvedOrSaysWhyNot() {
    for (var row : ROWS) {
      var proof = row.proof();
      boolean saysWhyNot = NO_TEST.matcher(proof).matches();

      assertThat(saysWhyNot || !testsIn(row).isEmpty()).as(row.number()).isTrue();
      assertThat(saysWhyNot || !row.classes().isBlank()).as(row.number()).isTrue();
    }
  }

  @Test
  void everyTestOnThePageExists() {
    for (var row : ROWS) {
      for (var test : testsIn(row)) {
        assertThat(methodsOf(test.split("\\.", 2)[0])).as(row.number()).contains(methodIn(test));
      }
    }
  }

  private static String methodIn(String test) {
    return test.substring(test.indexOf('.') + 1);
  }

  private static List<String> testsIn(Row row) {
    return codeIn(row.proof()).stream().filter(code -> code.matches("[A-Z]\\w+\\.\\w+")).toList();
  }

  private static List<String> codeIn(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  private static Set<String> methodsOf(String type) {
    return SOURCES.getOrDefault(type, Set.of()).stream()
        .flatMap(file -> TEST_METHOD.matcher(read(file)).results())
        .map(found -> found.group(1))
        .collect(toSet());
  }

  private static List<Row> rows() {
    return ROW.matcher(read(Checkout.file("docs/protocol.md")))
        .results()
        .map(ProtocolPageTest::row)
        .toList();
  }

  private static Row row(MatchResult found) {
    return new Row(found.group(1), found.group(2), found.group(3), found.group(4).strip());
  }

  /** All types of all modules by simple name; tests in different modules may share one. */
  private static Map<String, Set<Path>> sources() {
    return Checkout.modules().stream()
        .flatMap(module -> Checkout.javaFiles(module.resolve("src")).stream())
        .collect(groupingBy(ProtocolPageTest::typeIn, mapping(file -> file, toSet())));
  }

  private static String typeIn(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ".java".length());
  }

  private static Stream<String> range(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
