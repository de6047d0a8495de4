package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.store.ReviewStore.Waiting;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what administrators have to decide and have decided. */
record ReviewRows(ClientRow clients) {
  private static final Instant BEFORE_ALL = Instant.EPOCH.minusMillis(1);
  private static final List<ClientState> DECIDED =
      List.of(ClientState.ACTIVE, ClientState.DISABLED, ClientState.DENIED);

  private static final String ALIKE =
      ClientRow.Parts.SELECT
          + """
      WHERE review_of = ? AND state = ? AND (reviewed_at, client_id) > (?, ?)
      ORDER BY reviewed_at, client_id
      LIMIT ?
      """;

  List<Client> alike(String of, ClientState state, Optional<Client> after, int limit, Sql sql)
      throws SQLException {
    return sql.list(
        ALIKE,
        clients::read,
        of,
        state.wireName(),
        after.flatMap(last -> last.review().at()).orElse(BEFORE_ALL),
        after.map(last -> last.id().value()).orElse(""),
        limit);
  }

  private static final String LATEST =
      ClientRow.Parts.SELECT
          + """
      WHERE review_of = ? AND state = ?
      ORDER BY reviewed_at DESC, client_id DESC
      LIMIT 1
      """;

  Optional<Client> precedent(String of, Sql sql) throws SQLException {
    var latest = Optional.<Client>empty();
    for (var state : DECIDED) {
      var one = sql.first(LATEST, clients::read, of, state.wireName());
      latest =
          Stream.of(latest, one)
              .flatMap(Optional::stream)
              .max(
                  (a, b) ->
                      a.review()
                          .at()
                          .orElse(BEFORE_ALL)
                          .compareTo(b.review().at().orElse(BEFORE_ALL)));
    }
    return latest;
  }

  private static final String LINES =
      """
      SELECT min(client_id), count(*), min(reviewed_at), max(reviewed_at)
      FROM clients
      WHERE state <> 'active' AND state = 'pending'
      GROUP BY coalesce(review_of, client_id)
      HAVING min(client_id) > ?
      ORDER BY min(client_id)
      LIMIT ?
      """;

  private record Line(String first, long clients, Optional<Instant> since, Optional<Instant> last) {
    static Line read(Rows row) throws SQLException {
      return new Line(row.text(1), row.whole(2), row.optionalInstant(3), row.optionalInstant(4));
    }
  }

  List<Waiting> waiting(Optional<ClientId> after, int limit, Sql sql) throws SQLException {
    var lines = sql.list(LINES, Line::read, after.map(ClientId::value).orElse(""), limit);
    var waiting = new ArrayList<Waiting>();
    for (var line : lines) {
      sql.first(JdbcClientStore.FIND, clients::read, line.first())
          .ifPresent(
              first ->
                  waiting.add(
                      new Waiting(
                          first,
                          line.clients(),
                          line.since().orElse(first.issuedAt()),
                          line.last().orElse(first.issuedAt()))));
    }
    return List.copyOf(waiting);
  }

  private static final String CROWDING =
      """
      SELECT coalesce(review_of, client_id)
      FROM clients
      WHERE state <> 'active' AND state = 'pending' AND last_used_at IS NULL
      GROUP BY coalesce(review_of, client_id)
      ORDER BY count(*) DESC, min(reviewed_at)
      LIMIT 1
      """;

  private static final String LONGEST =
      ClientRow.Parts.SELECT
          + """
      WHERE review_of = ? AND state = 'pending' AND last_used_at IS NULL
      ORDER BY reviewed_at, client_id
      LIMIT 1
      """;

  Optional<Client> crowding(Sql sql) throws SQLException {
    var like = sql.first(CROWDING, row -> row.text(1));
    if (like.isEmpty()) {
      return Optional.empty();
    }
    var longest = sql.first(LONGEST, clients::read, like.get());
    // Nobody is like it: it is named by itself.
    return longest.isPresent()
        ? longest
        : sql.first(JdbcClientStore.FIND, clients::read, like.get());
  }
}
