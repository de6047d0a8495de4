package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The product, started by its launcher on free ports and a data directory of its own. */
public final class RunningRoster implements AutoCloseable {
  /** Many registrations from one address, and processes too short-lived for the big compiler. */
  private static final Map<String, String> USUAL =
      Map.of("ROSTER_RATE_LIMIT_ENABLED", "false", "ROSTER_JAVA_OPTS", "-XX:TieredStopAtLevel=1");

  private final Map<String, String> environment;
  private final Path directory = Checkout.newDirectory("roster");
  private final int port;
  private final int adminPort = RunningProcess.freePort();
  private RunningProcess process;
  private int starts;
  private int commands;

  private RunningRoster(Map<String, String> settings, int port) {
    this(settings, port, data -> List.of());
  }

  /** Runs the command first that readies its data directory, if there is one. */
  private RunningRoster(
      Map<String, String> settings, int port, Function<Path, List<String>> readying) {
    this.environment = new HashMap<>(USUAL);
    this.environment.putAll(settings);
    this.port = port;
    var command = readying.apply(directory.resolve("data"));
    if (!command.isEmpty()) {
      command("", command.toArray(String[]::new));
    }
    this.process = launch();
  }

  /** Starts on an empty data directory; settings come through the environment. */
  public static RunningRoster start(Map<String, String> settings) {
    return new RunningRoster(settings, RunningProcess.freePort());
  }

  /** Starts another one in its place, on what was exported to a file, once this one is down. */
  public RunningRoster movedTo(Map<String, String> settings, Path file) {
    return new RunningRoster(settings, port, data -> List.of("import", file.toString()));
  }

  /** Starts another one in its place, on another database that has all there was. */
  public RunningRoster continuedOn(Map<String, String> settings) {
    return new RunningRoster(settings, port);
  }

  /** Starts another one in its place, on a copy of its database, once this one is down. */
  public RunningRoster restoredFrom(Path copy) {
    return new RunningRoster(
        Map.of(),
        port,
        data -> {
          try {
            Files.createDirectories(data);
            Files.copy(copy, data.resolve("roster.db"));
            return List.of();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  public static RunningRoster start() {
    return start(Map.of());
  }

  public int port() {
    return port;
  }

  public URI issuer() {
    return URI.create(environment.getOrDefault("ROSTER_ISSUER", "http://localhost:" + port));
  }

  public URI at(String path) {
    return issuer().resolve(path);
  }

  /** What it printed since it was last started. */
  public String output() {
    return process.output();
  }

  public void awaitOutput(String text) {
    process.awaitOutput(text);
  }

  /** Waits until something is true, asking again and again. */
  public void await(BooleanSupplier condition) {
    process.await(condition);
  }

  /** Counts what is in its database, past the server. */
  public long storedClients() {
    var url = "jdbc:sqlite:file:" + data() + "/roster.db?mode=ro";
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM clients")) {
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes its database, past the server. */
  public void tamper(String statement) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data() + "/roster.db");
        var tampering = connection.createStatement()) {
      assertThat(tampering.executeUpdate(statement)).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How much memory it has in use, in bytes. */
  public long residentBytes() {
    return process.residentBytes();
  }

  /** Lets none of its files grow beyond this, as a full disk would. */
  public void limitFiles(long bytes) {
    process.limitFiles(bytes);
  }

  public void kill() {
    process.kill();
  }

  public int terminate() {
    return process.terminate();
  }

  /** Starts it again on the same data and ports. */
  public void startAgain() {
    process = launch();
  }

  /** Runs one of its commands to the end and returns what it printed. */
  public String command(String input, String... arguments) {
    return command(0, input, arguments);
  }

  /** Runs a command that ends with this code. */
  public String command(int code, String input, String... arguments) {
    var command = new ArrayList<>(List.of("./roster"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data()));
    var log = directory.resolve("command-" + ++commands + ".log");
    var running = RunningProcess.start(log, environment, command);
    running.say(input);
    assertThat(running.awaitEnd()).as(() -> command + "\n" + running.output()).isEqualTo(code);
    return running.output();
  }

  public void addUser(String name, String password) {
    command(password + "\n", "users", "add", name, "--password-stdin");
  }

  public Registration register(JsonNode metadata) {
    return register(metadata.toString());
  }

  public Registration register(String metadata) {
    var reply = Http.send(Http.postJson(at("/oauth/register"), metadata));
    assertThat(reply.status()).as(reply::body).isEqualTo(201);
    return new Registration(reply.json());
  }

  @Override
  public void close() {
    process.terminate();
  }

  private RunningProcess launch() {
    starts++;
    var log = directory.resolve("serve-" + starts + ".log");
    var started =
        RunningProcess.start(
            log,
            environment,
            List.of(
                "./roster",
                "serve",
                "--port",
                String.valueOf(port),
                "--admin-port",
                String.valueOf(adminPort),
                "--data",
                data()));
    started.awaitReady(
        URI.create("http://localhost:" + port + "/.well-known/oauth-authorization-server"));
    return started;
  }

  /** An address on the administrator's listener. */
  public URI admin(String path) {
    return URI.create("http://127.0.0.1:" + adminPort + path);
  }

  /** Its data directory, by which commands find it. */
  public String data() {
    return directory.resolve("data").toString();
  }
}
