package io.roster.store.sqlite;

import java.time.Duration;

/** The limits of one database. */
public record SqliteSettings(
    int writeQueue, int largestCommit, int readers, Duration patience, long largestFile) {
  private static final int PAGE = 4096;

  public SqliteSettings {
    demand(writeQueue, 1, 1_000_000, "roster.sqlite.write-queue");
    demand(largestCommit, 1, 100_000, "roster.sqlite.largest-commit");
    demand(readers, 1, 64, "roster.sqlite.readers");
    demand(patience.toMillis(), 1, 60_000, "roster.sqlite.patience (in milliseconds)");
    demand(largestFile, 64 * PAGE, 1L << 43, "roster.sqlite.largest-file (in bytes)");
  }

  /** Limits that suit a server of any size. */
  public static SqliteSettings standard() {
    return new SqliteSettings(4096, 512, 4, Duration.ofSeconds(5), 1L << 40);
  }

  /** The same, but for how many writes may wait. */
  public SqliteSettings withWriteQueue(int next) {
    return new SqliteSettings(next, largestCommit, readers, patience, largestFile);
  }

  /** The same, but for how long a call waits for a reader or for another process. */
  public SqliteSettings withPatience(Duration next) {
    return new SqliteSettings(writeQueue, largestCommit, readers, next, largestFile);
  }

  /** The same, but for how far the file may grow. */
  public SqliteSettings withLargestFile(long bytes) {
    return new SqliteSettings(writeQueue, largestCommit, readers, patience, bytes);
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
