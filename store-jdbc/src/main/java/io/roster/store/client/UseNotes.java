package io.roster.store.client;

import io.roster.core.client.ClientId;
import io.roster.store.sql.Column;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Sql;
import io.roster.store.sql.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes when clients were last used; what would move it by less than a minute is left out. */
record UseNotes(Map<ClientId, Instant> uses) implements Work<Integer> {
  private static final Duration PRECISION = Duration.ofMinutes(1);

  private static final String NOTE =
      """
      UPDATE clients
      SET last_used_at = ?
      WHERE client_id = ? AND (last_used_at IS NULL OR last_used_at < ?)
      """;

  UseNotes {
    uses = Map.copyOf(uses);
  }

  @Override
  public Integer run(Sql sql) throws SQLException {
    if (sql.dialect() == Dialect.POSTGRESQL) {
      return noteAll(sql);
    }
    int noted = 0;
    for (var use : uses.entrySet()) {
      var at = use.getValue();
      noted += sql.update(NOTE, at, use.getKey().value(), at.minus(PRECISION));
    }
    return noted;
  }

  private int noteAll(Sql sql) throws SQLException {
    // In one order on every node, so that none waits for another that waits for it.
    var ordered = List.copyOf(uses.entrySet()).stream().sorted(Map.Entry.comparingByKey()).toList();
    return sql.update(
        PostgresText.NOTE_ALL,
        Column.texts(ordered, use -> Optional.of(use.getKey().value())),
        Column.instants(ordered, use -> Optional.of(use.getValue())),
        PRECISION.toMillis());
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String NOTE_ALL =
        """
        UPDATE clients
        SET last_used_at = noted.used_at
        FROM unnest(?, ?) AS noted (client_id, used_at)
        WHERE clients.client_id = noted.client_id
          AND (last_used_at IS NULL OR last_used_at < noted.used_at - ?)
        """;
  }
}
