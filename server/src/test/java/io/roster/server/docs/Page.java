package io.roster.server.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page of the manual, in Markdown. */
record Page(Path file, String text) {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> BESIDE_THE_MANUAL =
      List.of(
          "README.md",
          "ARCHITECTURE.md",
          "CONTRIBUTING.md",
          "SECURITY.md",
          "CHANGELOG.md",
          "packaging/README.md",
          "examples/mcp-server/README.md",
          "benchmark/README.md");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```|^((?: {4}\\S[^\\n]*\\n)+)");
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");

  static List<Page> all() {
    return Stream.concat(manual(), BESIDE_THE_MANUAL.stream().map(ROOT::resolve))
        .filter(Files::exists)
        .map(Page::read)
        .toList();
  }

  static Page read(Path file) {
    try {
      return new Page(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path inManual(String name) {
    return ROOT.resolve("docs").resolve(name);
  }

  /** Where its links lead, those into the web left out. */
  List<String> links() {
    var prose = BLOCK.matcher(text).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  /** The names by which its headings are linked to. */
  List<String> anchors() {
    return HEADING
        .matcher(text)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{Alnum} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** All code in it that is no Java: blocks and what stands in a line. */
  List<String> code() {
    var prose = BLOCK.matcher(text).replaceAll("");
    return Stream.concat(
            blocks(language -> !language.equals("java")).stream(),
            INLINE.matcher(prose).results().map(found -> found.group(1)))
        .toList();
  }

  /** Blocks of code in these languages. */
  List<String> blocks(Predicate<String> languages) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> languages.test(Objects.requireNonNullElse(block.group(1), "")))
        .map(block -> Objects.requireNonNullElse(block.group(2), block.group(0)))
        .toList();
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }

  private static Stream<Path> manual() {
    try (var files = Files.walk(ROOT.resolve("docs"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
