package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.store.ClientPage;
import io.roster.core.store.ClientQuery;
import io.roster.core.store.Paging;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for clients: the database reads a bounded window of an index and drops most of what can't
 * match; what it leaves is read and judged by {@link ClientQuery#matches}.
 */
record SearchRows(ClientRow row, ClientQuery query, Paging paging) {
  /** How many clients one search passes by, and how many of them it reads whole. */
  static final int WINDOW = 5_000;

  private static final int MOST_READ = 1000;

  // No identifier has a character like this one, which is greater than all that may be in one.
  private static final char END = '\u007f';

  private static final String WINDOW_UP =
      """
      SELECT client_id FROM clients WHERE client_id > ? ORDER BY client_id LIMIT 1 OFFSET ?
      """;
  private static final String WINDOW_DOWN =
      """
      SELECT client_id FROM clients WHERE client_id < ? ORDER BY client_id DESC LIMIT 1 OFFSET ?
      """;
  private static final String STATE_WINDOW_UP =
      """
      SELECT client_id FROM clients
      WHERE state <> 'active' AND state = ? AND client_id > ?
      ORDER BY client_id
      LIMIT 1 OFFSET ?
      """;
  private static final String STATE_WINDOW_DOWN =
      """
      SELECT client_id FROM clients
      WHERE state <> 'active' AND state = ? AND client_id < ?
      ORDER BY client_id DESC
      LIMIT 1 OFFSET ?
      """;

  private static final String UP =
      ClientRow.Parts.SELECT
          + """
      WHERE client_id > ? AND client_id <= ? AND state LIKE ? AND tier LIKE ?
        AND issued_at BETWEEN ? AND ? AND coalesce(last_used_at, -1) BETWEEN ? AND ?
        AND (metadata LIKE ? OR client_id LIKE ?)
        AND metadata LIKE ? AND metadata LIKE ? AND metadata LIKE ?
      ORDER BY client_id
      LIMIT ?
      """;
  private static final String DOWN =
      ClientRow.Parts.SELECT
          + """
      WHERE client_id < ? AND client_id >= ? AND state LIKE ? AND tier LIKE ?
        AND issued_at BETWEEN ? AND ? AND coalesce(last_used_at, -1) BETWEEN ? AND ?
        AND (metadata LIKE ? OR client_id LIKE ?)
        AND metadata LIKE ? AND metadata LIKE ? AND metadata LIKE ?
      ORDER BY client_id DESC
      LIMIT ?
      """;
  private static final String STATE_UP =
      ClientRow.Parts.SELECT
          + """
      WHERE state <> 'active' AND client_id > ? AND client_id <= ? AND state = ? AND tier LIKE ?
        AND issued_at BETWEEN ? AND ? AND coalesce(last_used_at, -1) BETWEEN ? AND ?
        AND (metadata LIKE ? OR client_id LIKE ?)
        AND metadata LIKE ? AND metadata LIKE ? AND metadata LIKE ?
      ORDER BY client_id
      LIMIT ?
      """;
  private static final String STATE_DOWN =
      ClientRow.Parts.SELECT
          + """
      WHERE state <> 'active' AND client_id < ? AND client_id >= ? AND state = ? AND tier LIKE ?
        AND issued_at BETWEEN ? AND ? AND coalesce(last_used_at, -1) BETWEEN ? AND ?
        AND (metadata LIKE ? OR client_id LIKE ?)
        AND metadata LIKE ? AND metadata LIKE ? AND metadata LIKE ?
      ORDER BY client_id DESC
      LIMIT ?
      """;

  ClientPage read(Sql sql) throws SQLException {
    boolean down = paging.newestFirst();
    var start = paging.after().map(ClientId::value).orElse(down ? String.valueOf(END) : "");
    var last = lastInWindow(start, sql);
    int most = query.saysOnlyState() ? paging.limit() : MOST_READ;
    var read = new ArrayList<ClientId>();
    var found =
        sql.<List<Client>>query(
            text(down, sql.dialect()),
            rows -> {
              var clients = new ArrayList<Client>();
              while (clients.size() < paging.limit() && rows.next()) {
                var client = row.read(rows);
                read.add(client.id());
                if (query.matches(client)) {
                  clients.add(client);
                }
              }
              return clients;
            },
            values(start, last.orElse(down ? "" : String.valueOf(END)), most));
    boolean full = found.size() == paging.limit() || read.size() == most;
    return new ClientPage(found, full ? Optional.of(read.getLast()) : last.map(ClientId::new));
  }

  /** The client this search may not pass by, if there are so many. */
  private Optional<String> lastInWindow(String start, Sql sql) throws SQLException {
    boolean down = paging.newestFirst();
    return hasIndexedState()
        ? sql.first(
            down ? STATE_WINDOW_DOWN : STATE_WINDOW_UP,
            row -> row.text(1),
            stateText(),
            start,
            WINDOW - 1)
        : sql.first(down ? WINDOW_DOWN : WINDOW_UP, row -> row.text(1), start, WINDOW - 1);
  }

  private boolean hasIndexedState() {
    return query.state().filter(state -> state != ClientState.ACTIVE).isPresent();
  }

  private String stateText() {
    return query.state().map(ClientState::wireName).orElse("%");
  }

  private String text(boolean down, Dialect dialect) {
    if (dialect == Dialect.POSTGRESQL) {
      return hasIndexedState()
          ? (down ? PostgresText.STATE_DOWN : PostgresText.STATE_UP)
          : (down ? PostgresText.DOWN : PostgresText.UP);
    }
    return hasIndexedState() ? (down ? STATE_DOWN : STATE_UP) : (down ? DOWN : UP);
  }

  private Object[] values(String start, String end, int most) {
    var used = query.used();
    long usedFrom = used.equals(ClientQuery.Span.ALWAYS) ? -1 : millis(used.from(), 0);
    return new Object[] {
      start,
      end,
      stateText(),
      query.tier().map(tier -> tier.wireName()).orElse("%"),
      millis(query.registered().from(), Long.MIN_VALUE),
      millis(query.registered().to(), Long.MAX_VALUE),
      query.neverUsed() ? -1 : usedFrom,
      query.neverUsed() ? -1 : millis(used.to(), Long.MAX_VALUE),
      pattern(query.text()),
      pattern(query.text()),
      pattern(query.name()),
      pattern(query.redirectHost()),
      pattern(query.software()),
      most
    };
  }

  private static long millis(Optional<Instant> instant, long otherwise) {
    return instant.map(Instant::toEpochMilli).orElse(otherwise);
  }

  /** Demands the longest part of a text that JSON writes as it is and no pattern is made of. */
  private static String pattern(Optional<String> text) {
    var longest = "";
    for (var part : text.orElse("").split("[^A-Za-z0-9 .:/-]+", -1)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest.isEmpty() ? "%" : "%" + longest + "%";
  }

  /** What only PostgreSQL understands; elsewhere LIKE has no regard to the case of letters. */
  private static final class PostgresText {
    static final String UP = insensitive(SearchRows.UP);
    static final String DOWN = insensitive(SearchRows.DOWN);
    static final String STATE_UP = insensitive(SearchRows.STATE_UP);
    static final String STATE_DOWN = insensitive(SearchRows.STATE_DOWN);

    private static String insensitive(String text) {
      return text.replace("metadata LIKE", "metadata COLLATE \"C\" ILIKE")
          .replace("client_id LIKE", "client_id ILIKE");
    }
  }
}
