package io.roster.store.sql;

import java.sql.SQLException;
import java.util.List;

/** Does work of one kind for many callers at once. */
@FunctionalInterface
public interface Merger<T> {
  /** Does all of it; returns a result for each, in their order. */
  List<T> run(List<? extends Work<T>> all, Sql sql) throws SQLException;
}
