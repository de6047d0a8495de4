package io.roster.core;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long methods and files of all modules are: told for every module, stopped at the limit. */
class SizeTest {
  private static final int LONGEST_METHOD = 60;
  private static final int LONGEST_FILE = 400;
  private static final int MOST_PARAMETERS = 5;
  private static final int MOST_FILES_IN_A_PACKAGE = 19;

  private final JavaParser parser =
      new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));

  @Test
  void nothingIsLongerThanOneCanRead() {
    var offenders = new ArrayList<String>();
    for (var module : Checkout.modules()) {
      for (var part : List.of("src/main/java", "src/test/java")) {
        offenders.addAll(measure(module, part));
      }
    }

    assertThat(offenders).isEmpty();
  }

  @Test
  void noPackageHoldsMoreThanOneCanSurvey() {
    var crowded =
        Checkout.modules().stream()
            .map(module -> Checkout.javaFiles(module.resolve("src/main/java")))
            .flatMap(files -> crowdedPackages(files).stream());

    assertThat(crowded).isEmpty();
  }

  private List<String> measure(Path module, String part) {
    var files = Checkout.javaFiles(module.resolve(part));
    var fileLengths = new ArrayList<Integer>();
    var methodLengths = new ArrayList<Integer>();
    var offenders = new ArrayList<String>();
    for (var file : files) {
      var unit = parse(file);
      fileLengths.add(lines(unit));
      callables(unit).forEach(callable -> methodLengths.add(lines(callable)));
      offenders(unit).forEach(offender -> offenders.add(Checkout.relative(file) + ": " + offender));
    }
    print(Checkout.relative(module) + "/" + part, methodLengths, fileLengths);
    return offenders;
  }

  private static Stream<String> offenders(CompilationUnit unit) {
    var file =
        Stream.of(lines(unit))
            .filter(n -> n > LONGEST_FILE)
            .map(n -> "the file has " + n + " lines");
    var methods =
        callables(unit)
            .filter(callable -> lines(callable) > LONGEST_METHOD)
            .map(callable -> callable.getNameAsString() + " has " + lines(callable) + " lines");
    var parameters =
        callables(unit)
            .filter(callable -> callable.getParameters().size() > MOST_PARAMETERS)
            // Whoever overrides a method of others can't choose.
            .filter(callable -> callable.getAnnotationByName("Override").isEmpty())
            .map(callable -> callable.getNameAsString() + " has too many parameters");
    return Stream.of(file, methods, parameters).flatMap(offender -> offender);
  }

  private static List<String> crowdedPackages(List<Path> files) {
    return files.stream().collect(groupingBy(Path::getParent, counting())).entrySet().stream()
        .filter(entry -> entry.getValue() > MOST_FILES_IN_A_PACKAGE)
        .map(entry -> Checkout.relative(entry.getKey()) + " has " + entry.getValue() + " files")
        .toList();
  }

  private static Stream<CallableDeclaration<?>> callables(CompilationUnit unit) {
    return unit.findAll(CallableDeclaration.class).stream()
        .map(found -> (CallableDeclaration<?>) found);
  }

  /** The lines of a method from its signature on: vectors in its annotations are data. */
  private static int lines(CallableDeclaration<?> callable) {
    int annotations = callable.getAnnotations().stream().mapToInt(a -> lines((Node) a)).sum();
    return lines((Node) callable) - annotations;
  }

  private static int lines(Node node) {
    return node.getRange().map(range -> range.end.line - range.begin.line + 1).orElse(0);
  }

  private CompilationUnit parse(Path file) {
    try {
      return parser
          .parse(file)
          .getResult()
          .orElseThrow(() -> new IllegalStateException("can't parse " + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(String name, List<Integer> methods, List<Integer> files) {
    if (!files.isEmpty()) {
      System.out.printf(
          "%-38s %4d methods p50 %2d p90 %2d max %2d  %3d files p50 %3d p90 %3d max %3d%n",
          name,
          methods.size(),
          percentile(methods, 50),
          percentile(methods, 90),
          percentile(methods, 100),
          files.size(),
          percentile(files, 50),
          percentile(files, 90),
          percentile(files, 100));
    }
  }

  private static int percentile(List<Integer> values, int percent) {
    var sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
  }
}
