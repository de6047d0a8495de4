package io.roster.store.sqlite;

import io.roster.core.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A fixed number of connections that read; they are opened when first needed. */
final class Readers {
  private final Connections connections;
  private final int size;
  private final long patienceMillis;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<Sql> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(Connections connections, SqliteSettings settings) {
    this.connections = connections;
    this.size = settings.readers();
    this.patienceMillis = settings.patienceMillis();
    this.free = new Semaphore(size);
  }

  <T> T run(Work<T> work) {
    acquire(1);
    try {
      if (closed) {
        throw new StoreUnavailableException("the database is closed");
      }
      return runOnOne(work);
    } catch (SQLException e) {
      throw Failures.toCaller(e);
    } finally {
      free.release();
    }
  }

  /** Waits for the reads under way and closes the connections. */
  void close() {
    closed = true;
    acquire(size);
    idle.forEach(Connections::close);
    idle.clear();
    free.release(size);
  }

  private <T> T runOnOne(Work<T> work) throws SQLException {
    var known = idle.poll();
    var sql = known == null ? connections.reading() : known;
    boolean usable = false;
    try {
      var result = work.run(sql);
      usable = true;
      return result;
    } finally {
      if (usable) {
        idle.push(sql);
      } else {
        Connections.close(sql);
      }
    }
  }

  private void acquire(int permits) {
    try {
      if (!free.tryAcquire(permits, patienceMillis, TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailableException("too many reads are waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while waiting to read", e);
    }
  }
}
