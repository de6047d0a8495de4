package io.roster.store.transfer;

import io.roster.core.json.Json;
import io.roster.store.sql.Database;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Takes an audit trail along only into a database that has none, or the beginning of the same one:
 * two chains don't become one.
 */
final class AuditImport {
  private static final String FIRST = "SELECT digest FROM audit ORDER BY row_id LIMIT 1";

  private Optional<String> first = Optional.empty();
  private Optional<Boolean> ours = Optional.empty();

  void see(Json.Members row) {
    if (first.isEmpty() && row.text("table").filter(Table.AUDIT::equals).isPresent()) {
      first = row.text("digest");
    }
  }

  boolean isOurs(Sql sql) throws SQLException {
    if (ours.isEmpty()) {
      var there = sql.first(FIRST, row -> row.text(1));
      ours = Optional.of(there.isEmpty() || there.equals(first));
    }
    return ours.get();
  }

  /** New entries get numbers behind those that came. */
  void close(Database database) {
    if (database.read(Sql::dialect) == Dialect.POSTGRESQL) {
      database.write(sql -> sql.first(PostgresText.GO_ON, row -> true));
    }
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String GO_ON =
        """
        SELECT setval('audit_rows', greatest(
          (SELECT coalesce(max(row_id), 0) FROM audit),
          (SELECT coalesce(max(last_row), 0) FROM audit_seals)) + 1, false)
        """;
  }
}
