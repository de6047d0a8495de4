package io.roster.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;

/** A PostgreSQL server that lives as long as standard input is open. */
public final class Postgres {
  private Postgres() {}

  /** Keeps its data in the directory named by the argument and prints its JDBC URL. */
  public static void main(String[] arguments) throws Exception {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(Path.of(arguments[0]))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB");
    try (var postgres = builder.start()) {
      System.out.println(postgres.getJdbcUrl("postgres", "postgres"));
      while (System.in.read() >= 0) {
        // Nobody says anything; the end is what counts.
      }
    }
  }
}
