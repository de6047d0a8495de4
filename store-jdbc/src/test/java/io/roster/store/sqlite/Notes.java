package io.roster.store.sqlite;

import io.roster.store.sql.Database;
import io.roster.store.sql.Sql;
import io.roster.store.sql.Work;
import java.sql.SQLException;

/** Rows for tests that don't care what they write. */
final class Notes {
  private static final String INSERT = "INSERT INTO properties (name, value) VALUES (?, ?)";
  private static final String DELETE = "DELETE FROM properties WHERE name LIKE 'note%'";
  private static final String COUNT = "SELECT count(*) FROM properties WHERE name LIKE 'note%'";

  private Notes() {}

  /** Work that adds a row and fails when there is one of that number. */
  static Work<Integer> insert(int number) {
    return insert(number, "text");
  }

  static Work<Integer> insert(int number, String text) {
    return sql -> sql.update(INSERT, "note " + number, text);
  }

  static int deleteAll(Sql sql) throws SQLException {
    return sql.update(DELETE);
  }

  static long count(Database database) {
    return database.read(sql -> sql.first(COUNT, row -> row.whole(1)).orElseThrow());
  }
}
