package io.roster.store.sqlite;

import io.roster.core.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Tells what the statement did wrong from what the disk or another process did. */
final class Failures {
  private static final Set<Integer> OF_THE_STATEMENT =
      Set.of(
          SQLiteErrorCode.SQLITE_ERROR.code,
          SQLiteErrorCode.SQLITE_TOOBIG.code,
          SQLiteErrorCode.SQLITE_CONSTRAINT.code,
          SQLiteErrorCode.SQLITE_MISMATCH.code,
          SQLiteErrorCode.SQLITE_MISUSE.code,
          SQLiteErrorCode.SQLITE_RANGE.code);

  private Failures() {}

  static boolean isOfTheStatement(SQLException e) {
    return OF_THE_STATEMENT.contains(e.getErrorCode() & 0xff);
  }

  static boolean isBusy(SQLException e) {
    return (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  /** The exception for the caller: a bug when its statement was wrong, else an outage. */
  static RuntimeException toCaller(SQLException e) {
    return isOfTheStatement(e)
        ? new IllegalStateException("the database refused a statement", e)
        : new StoreUnavailableException("the database can't answer now", e);
  }
}
