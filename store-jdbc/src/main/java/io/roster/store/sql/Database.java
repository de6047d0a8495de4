package io.roster.store.sql;

/**
 * A database shared by any number of threads: a few connections read, a few write for all. Other
 * processes may use it at the same time.
 */
public final class Database implements AutoCloseable {
  private final Readers readers;
  private final GroupCommit writers;

  private Database(Readers readers, GroupCommit writers) {
    this.readers = readers;
    this.writers = writers;
  }

  /** Serves a database whose tables are there already. */
  public static Database serving(Connector connector, DatabaseLimits limits) {
    var writers = new GroupCommit(connector, limits);
    writers.start();
    return new Database(new Readers(connector, limits), writers);
  }

  /** Runs work that changes rows, together with that of others; it is durable on return. */
  public <T> T write(Work<T> work) {
    return writers.run(work);
  }

  /** Runs work that only reads, on this thread. Each of its statements sees the latest commit. */
  public <T> T read(Work<T> work) {
    return readers.run(work);
  }

  /** How many writes wait for those under way to end. */
  public int waitingWrites() {
    return writers.waiting();
  }

  /** Finishes what was accepted, then closes every connection. */
  @Override
  public void close() {
    try {
      readers.close();
    } finally {
      writers.close();
    }
  }
}
