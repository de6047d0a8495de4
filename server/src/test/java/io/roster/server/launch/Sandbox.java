package io.roster.server.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkout with the real scripts, pretended sources, Maven and JDKs, and nothing else on PATH.
 */
final class Sandbox {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "basename",
          "cat",
          "cmp",
          "cp",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "head",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch");
  private static final long PATIENCE_SECONDS = 60;

  final Path root;
  final Path jdks;
  private final Path bin;
  private final Path home;

  Sandbox(Path temporary) throws IOException {
    root = Files.createDirectories(temporary.resolve("check out"));
    jdks = Files.createDirectories(temporary.resolve("jdks"));
    bin = Files.createDirectories(temporary.resolve("bin"));
    home = Files.createDirectories(temporary.resolve("home"));
    for (var tool : TOOLS) {
      var real = Path.of("/usr/bin").resolve(tool);
      if (Files.exists(real)) {
        program(bin.resolve(tool), "#!/bin/sh", "exec " + real + " \"$@\"");
      }
    }
    for (var script : scripts()) {
      var copy = root.resolve(script);
      Files.createDirectories(copy.getParent());
      Files.copy(checkout().resolve(script), copy);
    }
    source("pom.xml");
    source("server/pom.xml");
    source("server/src/main/java/Main.java");
  }

  /** What a script printed, and how it ended. */
  record Result(int code, String out, String err, long pid) {}

  /** The checkout these tests belong to; Maven runs them in the module's directory. */
  static Path checkout() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  static List<String> scripts() throws IOException {
    var scripts = new ArrayList<>(List.of("roster", "verify", ".ci/run"));
    try (var files = Files.list(checkout().resolve(".build"))) {
      files.forEach(file -> scripts.add(".build/" + file.getFileName()));
    }
    return scripts;
  }

  void source(String name) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  /** Pretends a JDK, whose java tells its home, its own process and its last words. */
  Path jdk(String name, String version) throws IOException {
    var jdk = jdks.resolve(name);
    program(jdk.resolve("bin/javac"), "");
    program(jdk.resolve("bin/java"), "echo \"$JAVA_HOME\" \"$$\"; printf '<%s>' \"$@\"");
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  /** Pretends a Maven. */
  void maven(String script) throws IOException {
    program(bin.resolve("mvn"), script);
  }

  /** Pretends a Maven that builds, and notes each time it did. */
  void workingMaven() throws IOException {
    maven(
        """
        sleep 0.2
        echo "built" >>server/target/builds
        mkdir -p server/target/roster
        touch server/target/roster/roster-server.jar
        """);
  }

  Result run(Map<String, String> environment, Path script, String... words) throws Exception {
    var process = start(environment, script, words);
    if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(script + " doesn't end");
    }
    return new Result(
        process.exitValue(), text(process, "out"), text(process, "err"), process.pid());
  }

  Process start(Map<String, String> environment, Path script, String... words) throws IOException {
    var command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("ROSTER_JDK_PATH", jdks.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String text(Process process, String stream) throws IOException {
    var in = stream.equals("out") ? process.getInputStream() : process.getErrorStream();
    return new String(in.readAllBytes(), UTF_8);
  }

  private static void program(Path file, String script) throws IOException {
    program(file, "#!/usr/bin/env bash", script);
  }

  private static void program(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " can't be made executable");
    }
  }
}
