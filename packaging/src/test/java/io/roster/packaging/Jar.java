package io.roster.packaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one jar, run as its users run it: by java, with nothing else beside it. */
final class Jar implements AutoCloseable {
  static final Path FILE = Path.of("target/roster.jar").toAbsolutePath();

  private static final long PATIENCE_SECONDS = 150;

  private final Process process;
  private final Path output;

  private Jar(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it in a directory of its own. */
  static Jar start(Path directory, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", FILE.toString()));
    command.addAll(List.of(arguments));
    var output = Files.createTempFile(directory, "output", ".log");
    var process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Jar(process, output);
  }

  /** Runs a command to its end; returns what it printed. */
  static String run(Path directory, String... arguments) throws Exception {
    try (var jar = start(directory, arguments)) {
      assertThat(jar.awaitEnd()).as(jar::output).isZero();
      return jar.output();
    }
  }

  /** Waits until it has printed the text. */
  void awaitOutput(String text) throws InterruptedException {
    long deadline = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    while (!output().contains(text)) {
      if (process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS)
          || System.nanoTime() > deadline) {
        throw new AssertionError("it never said '" + text + "'\n" + output());
      }
    }
  }

  /** Asks it to stop, and returns the status it ends with. */
  int terminate() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).as(this::output).isTrue();
    return process.exitValue();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
