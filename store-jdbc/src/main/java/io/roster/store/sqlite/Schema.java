package io.roster.store.sqlite;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a file's tables to the version this build was made for. */
final class Schema {
  /** What the newest file under db/roster/sqlite sets as user_version. */
  static final long NEWEST = 1;

  private static final int ATTEMPTS = 3;

  private final Connections connections;

  Schema(Connections connections) {
    this.connections = connections;
  }

  void prepare() throws SQLException {
    for (int attempt = 1; version() < NEWEST; attempt++) {
      try {
        migrate();
      } catch (FlywayException e) {
        // Another process may have been faster; then there's nothing left to do.
        if (attempt == ATTEMPTS && version() < NEWEST) {
          throw new IllegalStateException("the database's tables can't be brought up to date", e);
        }
      }
    }
  }

  // To ask the file itself takes a millisecond, Flyway half a second.
  private long version() throws SQLException {
    var sql = connections.writing();
    try {
      long version = one(sql, "PRAGMA user_version");
      if (version > NEWEST && one(sql, USABLE_SINCE) > NEWEST) {
        throw new IllegalStateException(
            "the database has schema "
                + version
                + ", this build knows only "
                + NEWEST
                + ": use a newer Roster");
      }
      return version;
    } finally {
      Connections.close(sql);
    }
  }

  private static final String USABLE_SINCE =
      """
      SELECT CAST(value AS INTEGER) FROM properties WHERE name = 'schema.usable-since'
      """;

  private static long one(Sql sql, String query) throws SQLException {
    return sql.first(query, row -> row.whole(1)).orElse(Long.MAX_VALUE);
  }

  private void migrate() {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(connections.writingSource())
        .locations("classpath:db/roster/sqlite")
        .load()
        .migrate();
  }
}
