package io.roster.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The source tree this build runs in, for tests that look at all modules. */
public final class Checkout {
  private static final Path ROOT = root(Path.of("").toAbsolutePath());
  private static final int DEEPEST_MODULE = 2;

  private Checkout() {}

  public static Path file(String relative) {
    return ROOT.resolve(relative);
  }

  /** The directories of all modules, examples included. */
  static List<Path> modules() {
    try (var directories = Files.find(ROOT, DEEPEST_MODULE, (path, attributes) -> isModule(path))) {
      return directories.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Java files below a directory; none when it does not exist. */
  static List<Path> javaFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String relative(Path file) {
    return ROOT.relativize(file).toString();
  }

  private static boolean isModule(Path path) {
    return !path.equals(ROOT) && Files.exists(path.resolve("pom.xml"));
  }

  private static Path root(Path directory) {
    var start = directory;
    while (!Files.exists(start.resolve("core/src/main/java/module-info.java"))) {
      start = Objects.requireNonNull(start.getParent(), "not inside a checkout");
    }
    return start;
  }
}
