package io.roster.store.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection that writes, opened when it's needed; one thread at a time uses it. */
final class Writer {
  private static final Logger LOG = System.getLogger(Writer.class.getName());
  private static final int ATTEMPTS = 5;
  private static final String COMMIT = "COMMIT";
  private static final String ROLLBACK = "ROLLBACK";
  private static final String SAVE = "SAVEPOINT work";
  private static final String RELEASE = "RELEASE SAVEPOINT work";
  private static final String UNDO = "ROLLBACK TO SAVEPOINT work";

  private final Connector connector;
  private @Nullable Sql open;

  Writer(Connector connector) {
    this.connector = connector;
  }

  /** Runs all work in one transaction and lets every caller go on, whatever came of it. */
  void commit(List<Pending<?>> batch) {
    try {
      runWithPatience(batch).run(COMMIT);
      batch.forEach(Pending::settle);
    } catch (SQLException | RuntimeException | Error e) {
      close();
      batch.forEach(pending -> pending.fail(e));
    }
    tellConnector();
  }

  /** A connection that failed is not trusted again; to close it rolls back what it had begun. */
  void close() {
    if (open != null) {
      Failures.close(open);
      open = null;
    }
  }

  /** Until the commit nothing has happened yet, so that a failure may be answered by a retry. */
  private Sql runWithPatience(List<Pending<?>> batch) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      boolean isNew = open == null;
      try {
        return run(batch);
      } catch (SQLException e) {
        close();
        var fault = connector.fault(e);
        boolean worthIt = fault == Fault.CONFLICT || (fault == Fault.CONNECTION && !isNew);
        if (!worthIt || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Sql run(List<Pending<?>> batch) throws SQLException {
    if (open == null) {
      open = connector.writing();
    }
    var sql = open;
    sql.run(connector.begin());
    if (!runAll(batch, sql)) {
      sql.run(ROLLBACK);
      sql.run(connector.begin());
      runEach(batch, sql);
    }
    return sql;
  }

  /** Runs all without a net; false when one of them failed by its own fault. */
  private boolean runAll(List<Pending<?>> batch, Sql sql) throws SQLException {
    try {
      for (var pending : Together.run(batch, sql)) {
        pending.run(sql);
      }
      return true;
    } catch (SQLException e) {
      if (connector.fault(e) == Fault.STATEMENT) {
        return false;
      }
      throw e;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Runs each so that it can fail without taking the others along. */
  private void runEach(List<Pending<?>> batch, Sql sql) throws SQLException {
    for (var pending : batch) {
      sql.run(SAVE);
      try {
        pending.run(sql);
      } catch (SQLException e) {
        if (connector.fault(e) != Fault.STATEMENT) {
          throw e;
        }
        sql.run(UNDO);
        pending.refuse(Failures.toCaller(e, connector));
      } catch (RuntimeException e) {
        sql.run(UNDO);
        pending.refuse(new IllegalStateException("work on the database failed", e));
      }
      sql.run(RELEASE);
    }
  }

  private void tellConnector() {
    try {
      if (open != null) {
        connector.committed(open);
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the database can't be tidied after a commit", e);
      close();
    }
  }
}
