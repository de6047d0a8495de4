package io.roster.store.sqlite;

import io.roster.store.sql.Sql;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a file's tables to the version this build was made for. To ask the file for its version
 * takes a millisecond, to start Flyway half a second, so Flyway runs only when it has work.
 */
final class Schema {
  /** What the newest file under db/roster/sqlite sets as user_version. */
  static final long NEWEST = 11;

  /** How often others may be in the way without getting any further themselves. */
  private static final int ATTEMPTS = 10;

  private static final String VERSION = "PRAGMA user_version";

  private static final String USABLE_SINCE =
      """
      SELECT CAST(value AS INTEGER) FROM properties WHERE name = 'schema.usable-since'
      """;

  private final Connections connections;
  private final Sql sql;

  Schema(Connections connections, Sql sql) {
    this.connections = connections;
    this.sql = sql;
  }

  /** Does nothing but look, unless the tables are missing or old. */
  void prepare() throws SQLException {
    int attempts = 0;
    long version = number(VERSION);
    while (version < NEWEST) {
      long before = version;
      try {
        migrate();
        version = number(VERSION);
      } catch (FlywayException e) {
        // Another process may be at it, one file of several after the other.
        version = number(VERSION);
        attempts = version > before ? 0 : attempts + 1;
        if (attempts == ATTEMPTS) {
          throw new IllegalStateException("the database's tables can't be brought up to date", e);
        }
      }
    }
    if (version > NEWEST && number(USABLE_SINCE) > NEWEST) {
      throw new IllegalStateException(
          "the database has schema %d, this build knows %d: use a newer Roster"
              .formatted(version, NEWEST));
    }
  }

  private long number(String query) throws SQLException {
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
