package io.roster.store.sql;

import java.sql.SQLException;

/** SQL to run in one piece. It may run twice before it counts, so it has no effect but its SQL. */
@FunctionalInterface
public interface Work<T> {
  T run(Sql sql) throws SQLException;
}
