package io.roster.store.postgres;

import io.roster.store.sql.DatabaseLimits;
import java.time.Duration;

/**
 * The limits of one node's use of a PostgreSQL database.
 *
 * @param writers how many connections write; each commits what waits all at once
 * @param writeQueue how many writes may wait
 * @param readers how many connections read
 * @param patience how long a connection may take to open, and a reader to become free
 * @param answer how long a statement's answer may take before the connection counts as lost
 */
public record PostgresSettings(
    int writers, int writeQueue, int readers, Duration patience, Duration answer) {
  private static final int BATCH = 256;

  public PostgresSettings {
    demand(writers, 1, 64, "writers");
    demand(writeQueue, 1, 1_000_000, "write-queue");
    demand(readers, 1, 256, "readers");
    demand(patience.toMillis(), 1000, 60_000, "patience (in milliseconds)");
    demand(answer.toMillis(), 1000, 600_000, "answer (in milliseconds)");
  }

  /** Twelve connections, which a server with PostgreSQL's own defaults has for several nodes. */
  public static PostgresSettings standard() {
    return new PostgresSettings(4, 4096, 8, Duration.ofSeconds(3), Duration.ofSeconds(15));
  }

  DatabaseLimits limits() {
    return new DatabaseLimits(writers, writeQueue, BATCH, readers, patience);
  }

  private static void demand(long value, long least, long most, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "roster.postgres." + name + " must be from " + least + " to " + most);
    }
  }
}
