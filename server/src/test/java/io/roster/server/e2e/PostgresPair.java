package io.roster.server.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL and its standby, which has every commit before its caller hears of it. */
final class PostgresPair implements AutoCloseable {
  private final Path directory = Checkout.newDirectory("postgres-pair");
  private final int primaryPort = RunningProcess.freePort();
  private final int standbyPort = RunningProcess.freePort();
  private final EmbeddedPostgres primary;
  private final EmbeddedPostgres standby;

  PostgresPair() {
    try {
      var first = directory.resolve("first");
      var second = directory.resolve("second");
      launch(primaryPort, first, "").close();
      copy(first, second);
      Files.writeString(second.resolve("standby.signal"), "");
      Files.writeString(
          second.resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(primaryPort));
      primary = launch(primaryPort, first, "*");
      standby = launch(standbyPort, second, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of a Roster that knows both and uses the one that is the primary. */
  Map<String, String> settings() {
    return Map.of(
        "ROSTER_DATABASE",
        "jdbc:postgresql://localhost:%d,localhost:%d/postgres?user=postgres"
            .formatted(primaryPort, standbyPort));
  }

  /** The primary goes and does not come back. */
  void losePrimary() {
    close(primary);
  }

  void promoteStandby() {
    try (var connection = DriverManager.getConnection(standby.getJdbcUrl("postgres", "postgres"));
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_promote()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    close(standby);
    close(primary);
  }

  private static EmbeddedPostgres launch(int port, Path data, String synchronousStandbys)
      throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_standby_names", synchronousStandbys)
        .start();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
