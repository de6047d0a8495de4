package io.roster.store.audit;

import io.roster.store.sql.Database;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the entries, a page at a time. */
public final class AuditTrail {
  /** How much the clocks of nodes may differ without anything being overlooked. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE / 2);

  private static final String BY_CLIENT_NEWEST = statement(Parts.BY_CLIENT, true);
  private static final String BY_CLIENT = statement(Parts.BY_CLIENT, false);
  private static final String BY_ACTOR_NEWEST = statement(Parts.BY_ACTOR, true);
  private static final String BY_ACTOR = statement(Parts.BY_ACTOR, false);
  private static final String BY_ACTION_NEWEST = statement(Parts.BY_ACTION, true);
  private static final String BY_ACTION = statement(Parts.BY_ACTION, false);
  private static final String BY_NUMBER_NEWEST = statement(Parts.BY_NUMBER, true);
  private static final String BY_NUMBER = statement(Parts.BY_NUMBER, false);

  private static String statement(String lookup, boolean newestFirst) {
    var order = newestFirst ? "ORDER BY row_id DESC LIMIT ?" : "ORDER BY row_id LIMIT ?";
    return AuditRows.Parts.SELECT + lookup + Parts.REST + order;
  }

  /** What statements are made of. */
  private static final class Parts {
    // The most selective is looked up; an index that leaves out the usual must be told so.
    static final String BY_CLIENT = "WHERE client_id = ? AND ";
    static final String BY_ACTOR = "WHERE actor = ? AND actor <> 'client' AND ";
    static final String BY_ACTION = "WHERE action = ? AND action <> 'registered' AND ";
    static final String BY_NUMBER = "WHERE ";

    static final String REST =
        """
        (CAST(? AS TEXT) IS NULL OR actor = ?) AND (CAST(? AS TEXT) IS NULL OR action = ?)
          AND at >= ? AND at <= ? AND row_id > ? AND row_id <= ?
        """;

    private Parts() {}
  }

  private final Database database;

  public AuditTrail(Database database) {
    this.database = database;
  }

  /** An entry and its number in the trail. */
  public record Numbered(long number, AuditEntry entry) {}

  /** Returns a page of entries in the order asked for. */
  public List<Numbered> page(AuditQuery query) {
    return database.read(sql -> page(query, sql));
  }

  private static List<Numbered> page(AuditQuery query, Sql sql) throws SQLException {
    var values = new ArrayList<Object>();
    var statement = lookup(query, values);
    values.addAll(List.of(query.actor(), query.actor(), query.action(), query.action()));
    values.add(query.since().orElse(FIRST));
    values.add(query.until().orElse(LAST));
    long from = from(query, sql);
    long to = to(query, sql);
    values.add(query.newestFirst() ? from : Math.max(from, query.after().orElse(0L)));
    values.add(query.newestFirst() ? Math.min(to, query.after().orElse(Long.MAX_VALUE) - 1) : to);
    values.add(query.limit());
    return sql.list(
        statement,
        row -> {
          var stored = AuditRows.read(row);
          return new Numbered(stored.row(), stored.entry());
        },
        values.toArray());
  }

  private static String lookup(AuditQuery query, List<Object> values) {
    if (query.client().isPresent()) {
      values.add(query.client().get());
      return query.newestFirst() ? BY_CLIENT_NEWEST : BY_CLIENT;
    }
    var actor = query.actor().filter(name -> !name.equals("client"));
    if (actor.isPresent()) {
      values.add(actor.get());
      return query.newestFirst() ? BY_ACTOR_NEWEST : BY_ACTOR;
    }
    var action = query.action().filter(name -> !name.equals("registered"));
    if (action.isPresent()) {
      values.add(action.get());
      return query.newestFirst() ? BY_ACTION_NEWEST : BY_ACTION;
    }
    return query.newestFirst() ? BY_NUMBER_NEWEST : BY_NUMBER;
  }

  private static final String BEGINS =
      "SELECT first_row FROM audit_seals WHERE to_at >= ? ORDER BY to_at LIMIT 1";

  private static final String SEALED =
      "SELECT last_row FROM audit_seals WHERE row_id > 0 ORDER BY row_id DESC LIMIT 1";

  /** No entry up to this row is so young: the seals know when theirs were made. */
  private static long from(AuditQuery query, Sql sql) throws SQLException {
    if (query.since().isEmpty()) {
      return 0;
    }
    var first = sql.first(BEGINS, row -> row.whole(1), query.since().get().minus(SKEW));
    return first.isPresent() ? first.get() - 1 : sql.first(SEALED, row -> row.whole(1)).orElse(0L);
  }

  private static final String ENDS =
      "SELECT first_row FROM audit_seals WHERE from_at > ? ORDER BY from_at LIMIT 1";

  /** No entry behind this row is so old. */
  private static long to(AuditQuery query, Sql sql) throws SQLException {
    if (query.until().isEmpty()) {
      return Long.MAX_VALUE;
    }
    return sql.first(ENDS, row -> row.whole(1), query.until().get().plus(SKEW))
        .orElse(Long.MAX_VALUE);
  }

  private static final String STATE =
      """
      SELECT s.row_id, s.hash, s.sealed_at,
        (SELECT count(*) FROM audit WHERE row_id > s.last_row)
      FROM audit_seals s
      WHERE s.row_id > 0
      ORDER BY s.row_id DESC
      LIMIT 1
      """;

  /** How far the chain goes: its last seal's number and hash, and how many entries wait for one. */
  public record Head(long seal, String hash, Instant at, long unsealed) {}

  /** Returns the end of the chain, or nothing when nothing was sealed yet. */
  public Optional<Head> head() {
    return database.read(
        sql ->
            sql.first(
                STATE, row -> new Head(row.whole(1), row.text(2), row.instant(3), row.whole(4))));
  }
}
