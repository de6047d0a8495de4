package io.roster.store.sqlite;

import io.roster.store.sql.Fault;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Tells what the statement did wrong from what the disk or another process did. */
final class Faults {
  private static final Set<Integer> OF_THE_STATEMENT =
      Set.of(
          SQLiteErrorCode.SQLITE_ERROR.code,
          SQLiteErrorCode.SQLITE_TOOBIG.code,
          SQLiteErrorCode.SQLITE_CONSTRAINT.code,
          SQLiteErrorCode.SQLITE_MISMATCH.code,
          SQLiteErrorCode.SQLITE_MISUSE.code,
          SQLiteErrorCode.SQLITE_RANGE.code);

  private Faults() {}

  static Fault of(SQLException e) {
    return OF_THE_STATEMENT.contains(e.getErrorCode() & 0xff) ? Fault.STATEMENT : Fault.OUTAGE;
  }
}
