package io.roster.store.client;

import io.roster.core.client.ClientId;
import io.roster.core.store.Standing;
import io.roster.core.store.StandingQuery;
import io.roster.core.store.UseClock;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads the clients of a tier in the order in which their clocks started. */
final class StandingRows {
  private static final Instant BEFORE_ALL = Instant.EPOCH.minusMillis(1);

  private static final String NEVER_USED =
      """
      SELECT client_id, tier, state, issued_at, last_used_at,
        EXISTS (SELECT 1 FROM grants g
          WHERE g.client_id = clients.client_id AND g.expires_at > ?)
        OR EXISTS (SELECT 1 FROM consents g
          WHERE g.client_id = clients.client_id AND g.expires_at > ?) AS has_live_grant
      FROM clients
      WHERE tier = ? AND last_used_at IS NULL AND issued_at < ? AND (issued_at, client_id) > (?, ?)
      ORDER BY issued_at, client_id
      LIMIT ?
      """;

  private static final String IDLE =
      """
      SELECT client_id, tier, state, issued_at, last_used_at,
        EXISTS (SELECT 1 FROM grants g
          WHERE g.client_id = clients.client_id AND g.expires_at > ?)
        OR EXISTS (SELECT 1 FROM consents g
          WHERE g.client_id = clients.client_id AND g.expires_at > ?) AS has_live_grant
      FROM clients
      WHERE tier = ? AND last_used_at IS NOT NULL AND last_used_at < ?
        AND (last_used_at, client_id) > (?, ?)
      ORDER BY last_used_at, client_id
      LIMIT ?
      """;

  private StandingRows() {}

  static List<Standing> list(StandingQuery query, Sql sql) throws SQLException {
    return sql.list(
        query.clock() == UseClock.IDLE ? IDLE : NEVER_USED,
        StandingRows::read,
        query.now(),
        query.now(),
        query.tier().wireName(),
        query.since(),
        query.after().map(Standing::since).orElse(BEFORE_ALL),
        query.after().map(last -> last.id().value()).orElse(""),
        query.limit());
  }

  private static Standing read(Rows row) throws SQLException {
    return new Standing(
        new ClientId(row.text(1)),
        ClientRow.tier(row.text(2)),
        ClientRow.state(row.text(3)),
        row.instant(4),
        row.optionalInstant(5),
        row.flag(6));
  }
}
