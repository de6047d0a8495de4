package io.roster.store.postgres;

import io.roster.store.sql.Sql;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables to the version this build was made for. */
final class Schema {
  /** What the newest file under db/roster/postgres sets as schema.version. */
  private static final long NEWEST = 10;

  private static final String EXISTS = "SELECT 1 WHERE to_regclass('properties') IS NOT NULL";
  private static final String NUMBER =
      "SELECT CAST(value AS BIGINT) FROM properties WHERE name = ?";

  private final Connections connections;
  private final Sql sql;

  Schema(Connections connections, Sql sql) {
    this.connections = connections;
    this.sql = sql;
  }

  /** Does nothing but look, unless the tables are missing or old; nodes take turns. */
  void prepare() throws SQLException {
    if (number("schema.version") < NEWEST) {
      migrate();
    }
    if (number("schema.usable-since") > NEWEST) {
      throw new IllegalStateException(
          "the database has schema %d, this build knows %d: use a newer Roster"
              .formatted(number("schema.version"), NEWEST));
    }
  }

  private long number(String name) throws SQLException {
    if (sql.first(EXISTS, row -> true).isEmpty()) {
      return 0;
    }
    return sql.first(NUMBER, row -> row.whole(1), name).orElse(0L);
  }

  private void migrate() {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(connections.source())
          .locations("classpath:db/roster/postgres")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new IllegalStateException("the database's tables can't be brought up to date", e);
    }
  }
}
