package io.roster.store.sql;

import io.roster.core.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A fixed number of connections that read; they are opened when first needed. */
final class Readers {
  private final Connector connector;
  private final int size;
  private final long patienceMillis;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<Sql> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(Connector connector, DatabaseLimits limits) {
    this.connector = connector;
    this.size = limits.readers();
    this.patienceMillis = limits.patience().toMillis();
    this.free = new Semaphore(size);
  }

  <T> T run(Work<T> work) {
    acquire(1);
    try {
      if (closed) {
        throw new StoreUnavailableException("the database is closed");
      }
      return runOnAny(work);
    } catch (SQLException e) {
      throw Failures.toCaller(e, connector);
    } finally {
      free.release();
    }
  }

  /** Waits for the reads under way and closes the connections. */
  void close() {
    closed = true;
    acquire(size);
    closeIdle();
    free.release(size);
  }

  private <T> T runOnAny(Work<T> work) throws SQLException {
    var known = idle.poll();
    if (known == null) {
      return runOn(connector.reading(), work);
    }
    try {
      return runOn(known, work);
    } catch (SQLException e) {
      if (connector.fault(e) != Fault.CONNECTION) {
        throw e;
      }
      // It broke while it was idle, and so did the others probably.
      closeIdle();
      return runOn(connector.reading(), work);
    }
  }

  private <T> T runOn(Sql sql, Work<T> work) throws SQLException {
    boolean usable = false;
    try {
      var result = work.run(sql);
      usable = true;
      return result;
    } finally {
      if (usable) {
        idle.push(sql);
      } else {
        Failures.close(sql);
      }
    }
  }

  private void closeIdle() {
    for (var sql = idle.poll(); sql != null; sql = idle.poll()) {
      Failures.close(sql);
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
