package io.roster.store.sqlite;

import io.roster.core.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * One SQLite file, shared by any number of threads: a few read, one writes for all. Other processes
 * may use the file at the same time.
 */
public final class SqliteDatabase implements AutoCloseable {
  private final Readers readers;
  private final GroupCommit writer;

  private SqliteDatabase(Readers readers, GroupCommit writer) {
    this.readers = readers;
    this.writer = writer;
  }

  /** Opens the file, which is created for the owner alone when there is none. */
  public static SqliteDatabase open(Path file) {
    return open(file, SqliteSettings.standard());
  }

  /**
   * Opens the file within these limits; throws StoreUnavailableException when it can't be opened,
   * and IllegalStateException when its tables are none that this build can work with.
   */
  public static SqliteDatabase open(Path file, SqliteSettings settings) {
    var path = file.toAbsolutePath();
    try {
      DatabaseFile.create(path);
      var connections = new Connections(path, settings);
      var log = new LogLimit(path, LogLimit.USUAL, settings);
      var writer = new GroupCommit(connections, prepared(connections), log, settings);
      writer.start();
      return new SqliteDatabase(new Readers(connections, settings), writer);
    } catch (IOException | SQLException e) {
      throw new StoreUnavailableException("the database can't be opened: " + path, e);
    }
  }

  private static Sql prepared(Connections connections) throws SQLException {
    var sql = connections.writing();
    boolean ready = false;
    try {
      new Schema(connections, sql).prepare();
      ready = true;
      return sql;
    } finally {
      if (!ready) {
        Connections.close(sql);
      }
    }
  }

  /** Runs work that changes rows, together with that of others; it is durable on return. */
  public <T> T write(Work<T> work) {
    return writer.run(work);
  }

  /** Runs work that only reads, on this thread. Each of its statements sees the latest commit. */
  public <T> T read(Work<T> work) {
    return readers.run(work);
  }

  /** How many writes wait for the one under way to end. */
  public int waitingWrites() {
    return writer.waiting();
  }

  /** Finishes what was accepted, then closes the file. */
  @Override
  public void close() {
    try {
      readers.close();
    } finally {
      writer.close();
    }
  }
}
