package io.roster.store.sqlite;

import io.roster.store.sql.DatabaseLimits;
import java.time.Duration;

/**
 * The limits of one database: how many writes may wait, how many threads read at once, how long a
 * call waits for a reader or for another process, and how many bytes the file may have.
 */
public record SqliteSettings(int writeQueue, int readers, Duration patience, long largestFile) {
  private static final int PAGE = 4096;

  public SqliteSettings {
    demand(writeQueue, 1, 1_000_000, "roster.sqlite.write-queue");
    demand(readers, 1, 64, "roster.sqlite.readers");
    demand(patience.toMillis(), 1, 60_000, "roster.sqlite.patience (in milliseconds)");
    demand(largestFile, 64 * PAGE, 1L << 42, "roster.sqlite.largest-file (in bytes)");
  }

  /** Limits that suit a server of any size. */
  public static SqliteSettings standard() {
    return new SqliteSettings(4096, 4, Duration.ofSeconds(5), 1L << 40);
  }

  public SqliteSettings withWriteQueue(int next) {
    return new SqliteSettings(next, readers, patience, largestFile);
  }

  public SqliteSettings withReaders(int next) {
    return new SqliteSettings(writeQueue, next, patience, largestFile);
  }

  public SqliteSettings withPatience(Duration next) {
    return new SqliteSettings(writeQueue, readers, next, largestFile);
  }

  public SqliteSettings withLargestFile(long bytes) {
    return new SqliteSettings(writeQueue, readers, patience, bytes);
  }

  /** As many writes as wait are committed together. */
  DatabaseLimits limits() {
    return new DatabaseLimits(1, writeQueue, writeQueue, readers, patience);
  }

  int patienceMillis() {
    return (int) patience.toMillis();
  }

  int mostPages() {
    return (int) (largestFile / PAGE);
  }

  private static void demand(long value, long least, long most, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
    }
  }
}
