package io.roster.store.client;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.store.Standing;
import io.roster.store.sql.Column;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Sql;
import io.roster.store.sql.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends clients that still are what they were when someone decided that they go. */
record Burial(List<Standing> read, Ending ending, Instant now, BurialRecord record)
    implements Work<List<ClientId>> {
  private static final long NEVER = -1;

  private static final String IS_UNCHANGED =
      """
      SELECT 1 FROM clients
      WHERE client_id = ? AND state = ? AND coalesce(last_used_at, -1) = ?
        AND NOT EXISTS (SELECT 1 FROM grants g
          WHERE g.client_id = clients.client_id AND g.expires_at > ?)
        AND NOT EXISTS (SELECT 1 FROM consents g
          WHERE g.client_id = clients.client_id AND g.expires_at > ?)
      """;

  private static final String REMEMBER =
      """
      INSERT INTO tombstones (client_id, ending, ended_at, issued_at, last_used_at, metadata,
        tier, initial_token, statement_issuer, state)
      SELECT client_id, ?, ?, issued_at, last_used_at, metadata,
        tier, initial_token, statement_issuer, state
      FROM clients
      WHERE client_id = ?
      ON CONFLICT (client_id) DO UPDATE SET ending = excluded.ending,
        ended_at = excluded.ended_at, issued_at = excluded.issued_at,
        last_used_at = excluded.last_used_at, metadata = excluded.metadata,
        tier = excluded.tier, initial_token = excluded.initial_token,
        statement_issuer = excluded.statement_issuer, state = excluded.state
      """;

  private static final String DELETE = "DELETE FROM clients WHERE client_id = ?";

  Burial {
    read = List.copyOf(read);
  }

  /** Ends one client whatever it is now; false when there is none. */
  static boolean bury(ClientId id, Ending ending, Instant now, BurialRecord record, Sql sql)
      throws SQLException {
    if (sql.dialect() == Dialect.POSTGRESQL
        && sql.first(PostgresText.HOLD, row -> true, id.value()).isEmpty()) {
      return false;
    }
    record.note(id, ending, sql);
    sql.update(REMEMBER, ending.wireName(), now, id.value());
    return sql.update(DELETE, id.value()) == 1;
  }

  @Override
  public List<ClientId> run(Sql sql) throws SQLException {
    if (sql.dialect() == Dialect.POSTGRESQL) {
      return buryTogether(sql);
    }
    var ended = new ArrayList<ClientId>();
    for (var one : read) {
      if (isUnchanged(one, sql) && bury(one.id(), ending, now, record, sql)) {
        ended.add(one.id());
      }
    }
    return ended;
  }

  private boolean isUnchanged(Standing one, Sql sql) throws SQLException {
    long lastUsed = one.lastUsedAt().map(Instant::toEpochMilli).orElse(NEVER);
    return sql.first(
            IS_UNCHANGED, row -> true, one.id().value(), one.state().wireName(), lastUsed, now, now)
        .isPresent();
  }

  /** A grant given meanwhile holds its client, so that it is seen once the client is ours. */
  private List<ClientId> buryTogether(Sql sql) throws SQLException {
    var ids = Column.texts(read, one -> Optional.of(one.id().value()));
    sql.list(PostgresText.HOLD_ALL, row -> true, ids);
    var doomed =
        sql.list(
            PostgresText.UNCHANGED,
            row -> new ClientId(row.text(1)),
            ids,
            Column.texts(read, one -> Optional.of(one.state().wireName())),
            Column.instants(read, Standing::lastUsedAt),
            now,
            now);
    var doomedIds = Column.texts(doomed, id -> Optional.of(id.value()));
    record.noteAll(doomedIds, ending, sql);
    sql.update(PostgresText.REMEMBER_ALL, ending.wireName(), now, doomedIds);
    sql.update(PostgresText.DELETE_ALL, doomedIds);
    return doomed;
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String HOLD = "SELECT 1 FROM clients WHERE client_id = ? FOR UPDATE";

    static final String HOLD_ALL =
        "SELECT 1 FROM clients WHERE client_id = ANY (?) ORDER BY client_id FOR UPDATE";

    static final String UNCHANGED =
        """
        SELECT c.client_id
        FROM clients c
        JOIN unnest(?, ?, ?) AS seen (client_id, state, last_used_at)
          ON c.client_id = seen.client_id
        WHERE c.state = seen.state AND c.last_used_at IS NOT DISTINCT FROM seen.last_used_at
          AND NOT EXISTS (SELECT 1 FROM grants g
            WHERE g.client_id = c.client_id AND g.expires_at > ?)
          AND NOT EXISTS (SELECT 1 FROM consents g
            WHERE g.client_id = c.client_id AND g.expires_at > ?)
        """;

    static final String REMEMBER_ALL = REMEMBER.replace("client_id = ?", "client_id = ANY (?)");

    static final String DELETE_ALL = "DELETE FROM clients WHERE client_id = ANY (?)";
  }
}
