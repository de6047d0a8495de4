package io.roster.store.client;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.client.Origin;
import io.roster.core.client.Tombstone;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is left of clients that are gone. */
record TombstoneRows(ClientRow clients) {
  private static final String FIND =
      """
      SELECT client_id, ending, ended_at, issued_at, last_used_at, metadata,
        tier, initial_token, statement_issuer, state
      FROM tombstones
      WHERE client_id = ?
      """;

  Optional<Tombstone> find(ClientId id, Sql sql) throws SQLException {
    return sql.first(FIND, this::read, id.value());
  }

  private Tombstone read(Rows row) throws SQLException {
    return new Tombstone(
        new ClientId(row.text(1)),
        Ending.valueOf(row.text(2).toUpperCase(Locale.ROOT)),
        row.instant(3),
        row.instant(4),
        row.optionalInstant(5),
        clients.metadata(row.text(6)),
        new Origin(ClientRow.tier(row.text(7)), row.optionalText(8), row.optionalText(9)),
        ClientRow.state(row.text(10)));
  }

  private static final String PURGE =
      """
      DELETE FROM tombstones
      WHERE row_id IN (
        SELECT row_id FROM tombstones WHERE ended_at < ? ORDER BY ended_at LIMIT ?)
      """;

  static int purge(Instant endedBefore, int limit, Sql sql) throws SQLException {
    return sql.update(PURGE, endedBefore, limit);
  }
}
