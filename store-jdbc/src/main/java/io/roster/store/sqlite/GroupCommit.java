package io.roster.store.sqlite;

import io.roster.core.store.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. It takes all that waits, runs it in one transaction and commits once:
 * many callers share the cost of making their work durable.
 */
final class GroupCommit {
  private static final Logger LOG = System.getLogger(GroupCommit.class.getName());
  private static final String BEGIN = "BEGIN IMMEDIATE";
  private static final String COMMIT = "COMMIT";
  private static final String ROLLBACK = "ROLLBACK";
  private static final String SAVE = "SAVEPOINT work";
  private static final String RELEASE = "RELEASE work";
  private static final String UNDO = "ROLLBACK TO work";

  private final Connections connections;
  private final LogLimit log;
  private final BlockingQueue<Pending<?>> queue;
  private final Thread thread;
  private volatile boolean closed;
  // Only the thread touches it.
  private @Nullable Sql open;

  GroupCommit(Connections connections, Sql open, LogLimit log, SqliteSettings settings) {
    this.open = open;
    this.log = log;
    this.connections = connections;
    this.queue = new ArrayBlockingQueue<>(settings.writeQueue());
    this.thread = Thread.ofPlatform().daemon().name("roster-sqlite-writer").unstarted(this::serve);
  }

  void start() {
    thread.start();
  }

  /** Runs the work and returns when it is durable. */
  <T> T run(Work<T> work) {
    var pending = new Pending<>(work);
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("work that writes can't wait for other work that writes");
    }
    if (closed) {
      throw new StoreUnavailableException("the database is closed");
    }
    if (!queue.offer(pending)) {
      throw new StoreUnavailableException("too many writes are waiting");
    }
    // The thread may have ended between the look at the flag and the offer.
    if (closed && queue.remove(pending)) {
      throw new StoreUnavailableException("the database is closed");
    }
    return pending.await();
  }

  int waiting() {
    return queue.size();
  }

  /** Accepts no more, finishes what was accepted and closes the connection. */
  void close() {
    closed = true;
    // Wakes the thread; when the queue has no room it isn't asleep.
    boolean ignored = queue.offer(new Pending<>(sql -> true));
    join();
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    var batch = new ArrayList<Pending<?>>();
    while (!closed || !queue.isEmpty()) {
      try {
        batch.add(queue.take());
        queue.drainTo(batch);
        commit(batch);
        shortenLog();
      } catch (InterruptedException e) {
        closed = true;
      }
      batch.clear();
    }
    reopenNextTime();
  }

  private void commit(List<Pending<?>> batch) {
    try {
      var sql = connection();
      sql.run(BEGIN);
      if (!runAll(batch, sql)) {
        sql.run(ROLLBACK);
        sql.run(BEGIN);
        runEach(batch, sql);
      }
      sql.run(COMMIT);
      batch.forEach(Pending::settle);
    } catch (SQLException | RuntimeException | Error e) {
      reopenNextTime();
      batch.forEach(pending -> pending.fail(e));
    }
  }

  /** Runs all without a net; false when one of them failed by its own fault. */
  private static boolean runAll(List<Pending<?>> batch, Sql sql) throws SQLException {
    try {
      for (var pending : batch) {
        pending.run(sql);
      }
      return true;
    } catch (SQLException e) {
      if (Failures.isOfTheStatement(e)) {
        return false;
      }
      throw e;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Runs each so that it can fail without taking the others along. */
  private static void runEach(List<Pending<?>> batch, Sql sql) throws SQLException {
    for (var pending : batch) {
      sql.run(SAVE);
      try {
        pending.run(sql);
      } catch (SQLException e) {
        if (!Failures.isOfTheStatement(e)) {
          throw e;
        }
        sql.run(UNDO);
        pending.refuse(Failures.toCaller(e));
      } catch (RuntimeException e) {
        sql.run(UNDO);
        pending.refuse(new IllegalStateException("work on the database failed", e));
      }
      sql.run(RELEASE);
    }
  }

  private void shortenLog() {
    try {
      if (open != null) {
        log.enforce(open);
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the write-ahead log can't be emptied", e);
      reopenNextTime();
    }
  }

  private Sql connection() throws SQLException {
    if (open == null) {
      open = connections.writing();
    }
    return open;
  }

  /** A connection that failed is not trusted again; to close it rolls back what it had begun. */
  private void reopenNextTime() {
    if (open != null) {
      Connections.close(open);
      open = null;
    }
  }
}
