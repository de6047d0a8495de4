package io.roster.store.sql;

import io.roster.core.store.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** What callers are told of failures, and what is done with connections that failed. */
final class Failures {
  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /** The exception for the caller: a bug when its statement was wrong, else an outage. */
  static RuntimeException toCaller(SQLException e, Connector connector) {
    return connector.fault(e) == Fault.STATEMENT
        ? new IllegalStateException("the database refused a statement", e)
        : new StoreUnavailableException("the database can't answer now", e);
  }

  static void close(Sql sql) {
    try {
      sql.close();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "a connection to the database didn't close", e);
    }
  }
}
