package io.roster.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are: the root with the launchers, and a place for what the tests leave behind. */
public final class Checkout {
  private static final Path ROOT = findRoot();
  private static final Path LEFTOVERS = ROOT.resolve("server/target/e2e");

  private Checkout() {}

  public static Path root() {
    return ROOT;
  }

  public static Path newDirectory(String name) {
    try {
      Files.createDirectories(LEFTOVERS);
      return Files.createTempDirectory(LEFTOVERS, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path findRoot() {
    var directory = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(directory.resolve("roster"))) {
      var parent = directory.getParent();
      if (parent == null) {
        throw new IllegalStateException("run the tests inside the checkout");
      }
      directory = parent;
    }
    return directory;
  }
}
