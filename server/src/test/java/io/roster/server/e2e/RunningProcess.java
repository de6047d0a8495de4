package io.roster.server.e2e;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A program in a process of its own, its output kept in a file; every wait for it has an end. */
public final class RunningProcess {
  private static final Duration START_LIMIT = Duration.ofSeconds(150);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 40;
  private static final int TAIL = 4_000;
  private static final Queue<RunningProcess> STARTED = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(RunningProcess::killAll));
  }

  private final Process process;
  private final Path log;

  private RunningProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a command in the root of the checkout; its launchers don't build anything then. */
  public static RunningProcess start(
      Path log, Map<String, String> environment, List<String> command) {
    var builder =
        new ProcessBuilder(command)
            .directory(Checkout.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ROSTER_BUILD", "never");
    builder.environment().putAll(environment);
    try {
      var started = new RunningProcess(builder.start(), log);
      STARTED.add(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines of everything that still runs, for whoever has to find out what went wrong. */
  public static String logsOfTheLiving() {
    var logs = new ArrayList<String>();
    STARTED.removeIf(started -> !started.process.isAlive());
    STARTED.forEach(started -> logs.add(started.tail()));
    return String.join("\n", logs);
  }

  /** Waits until the address answers with 200. */
  public void awaitReady(URI uri) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers(uri)) {
      if (endsWithin(POLL_MILLIS)) {
        throw new AssertionError("it ended while starting\n" + tail());
      }
      if (System.nanoTime() > deadline) {
        kill();
        throw new AssertionError("not ready after " + START_LIMIT + "\n" + tail());
      }
    }
  }

  /** Waits until it has printed the text. */
  public void awaitOutput(String text) {
    await(() -> output().contains(text), () -> "it never said '" + text + "'");
  }

  /** Waits until something is true, asking again and again. */
  public void await(BooleanSupplier condition) {
    await(condition, () -> "it never came true");
  }

  private void await(BooleanSupplier condition, Supplier<String> failure) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (endsWithin(POLL_MILLIS) || System.nanoTime() > deadline) {
        throw new AssertionError(failure.get() + "\n" + tail());
      }
    }
  }

  /** How much memory it has in use, in bytes. */
  public long residentBytes() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      var line = lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets none of its files grow beyond this. */
  public void limitFiles(long bytes) {
    var limit = bytes == Long.MAX_VALUE ? "unlimited" : String.valueOf(bytes);
    var changed =
        start(
            log.resolveSibling("prlimit.log"),
            Map.of(),
            List.of("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + limit + ":"));
    assertThat(changed.awaitEnd()).as(changed::output).isZero();
  }

  /** Takes the power away: SIGKILL, no goodbye. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to stop, SIGTERM, and returns the status it ends with. */
  public int terminate() {
    process.destroy();
    return awaitEnd();
  }

  public int awaitEnd() {
    return awaitEnd(STOP_LIMIT);
  }

  public int awaitEnd(Duration limit) {
    if (!endsWithin(limit.toMillis())) {
      process.destroyForcibly();
      throw new AssertionError("it did not end within " + limit + "\n" + tail());
    }
    return process.exitValue();
  }

  /** Writes to its standard input, then closes that. */
  public void say(String text) {
    try (var writer = process.outputWriter()) {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing outlives the tests, however they end. */
  private static void killAll() {
    STARTED.forEach(started -> started.process.destroyForcibly());
  }

  private String tail() {
    var output = output();
    return "--- " + log + "\n" + output.substring(Math.max(0, output.length() - TAIL));
  }

  private boolean endsWithin(long millis) {
    try {
      return process.waitFor(millis, MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean answers(URI uri) {
    try {
      return Http.trySend(Http.get(uri)).status() == 200;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      // Somebody listens, but is not ready to talk.
      return false;
    }
  }
}
