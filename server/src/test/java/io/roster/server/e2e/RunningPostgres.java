package io.roster.server.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A real PostgreSQL of its own, which can be stopped and started again on the same data. */
public final class RunningPostgres implements AutoCloseable {
  private final Path directory = Checkout.newDirectory("postgres");
  private final int port = RunningProcess.freePort();
  private EmbeddedPostgres server = launch();

  /** The settings of a Roster that keeps everything here. */
  public Map<String, String> settings() {
    return settings("postgres");
  }

  /** The settings of one that keeps everything in this of its databases. */
  public Map<String, String> settings(String database) {
    return Map.of("ROSTER_DATABASE", server.getJdbcUrl("postgres", database));
  }

  /** Where its own programs find it. */
  public String uri(String database) {
    return "postgresql://postgres@127.0.0.1:" + port + "/" + database;
  }

  /** Stops it as an administrator would in a hurry: connections are cut. */
  public void stop() {
    close();
  }

  public void startAgain() {
    server = launch();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres launch() {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setDataDirectory(directory.resolve("data"))
          .setCleanDataDirectory(false)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
