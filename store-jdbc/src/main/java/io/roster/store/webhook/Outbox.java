package io.roster.store.webhook;

import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is still to be told to webhooks. It is fed from the sealed part of the audit trail, so that
 * whoever decides on a client never waits for it, and nothing is told that isn't kept.
 */
public final class Outbox {
  /** How many deliveries may wait for one webhook; further entries stay in the trail meanwhile. */
  public static final int MOST_WAITING = 1000;

  /** How many given-up deliveries are kept for one webhook; the oldest go first. */
  public static final int MOST_DEAD = 10_000;

  private static final int FED_AT_ONCE = 200;

  private final Database database;
  private final InstantSource clock;

  public Outbox(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private static final String SEALED =
      "SELECT last_row FROM audit_seals WHERE row_id > 0 ORDER BY row_id DESC LIMIT 1";

  private static final String CURSOR = "SELECT entry FROM webhook_cursors WHERE webhook = ?";

  private static final String BEGIN =
      """
      INSERT INTO webhook_cursors (webhook, entry) VALUES (?, ?)
      ON CONFLICT (webhook) DO NOTHING
      """;

  private static final String MOVE =
      "UPDATE webhook_cursors SET entry = ? WHERE webhook = ? AND entry = ?";

  private static final String NEXT =
      """
      SELECT row_id, action FROM audit
      WHERE row_id > ? AND row_id <= ?
      ORDER BY row_id
      LIMIT ?
      """;

  private static final String ADD =
      """
      INSERT INTO webhook_deliveries (webhook, entry, status, attempts, next_at, created_at)
      VALUES (?, ?, 'waiting', 0, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private record Candidate(long entry, String action) {}

  /**
   * Takes up entries that were sealed since the last time, as far as there is room; no actions
   * means all. A webhook that is new is told what happens from now on. Returns how many entries
   * were looked at.
   */
  public int feed(String webhook, Set<String> actions) {
    if (count("waiting", webhook) >= MOST_WAITING) {
      return 0;
    }
    return database.write(sql -> feed(webhook, actions, sql));
  }

  private int feed(String webhook, Set<String> actions, Sql sql) throws SQLException {
    long sealed = sql.first(SEALED, row -> row.whole(1)).orElse(0L);
    var cursor = sql.first(CURSOR, row -> row.whole(1), webhook);
    if (cursor.isEmpty()) {
      sql.update(BEGIN, webhook, sealed);
      return 0;
    }
    var next =
        sql.list(
            NEXT,
            row -> new Candidate(row.whole(1), row.text(2)),
            cursor.get(),
            sealed,
            FED_AT_ONCE);
    if (next.isEmpty() || sql.update(MOVE, next.getLast().entry(), webhook, cursor.get()) == 0) {
      return 0;
    }
    var now = clock.instant();
    for (var candidate : next) {
      if (actions.isEmpty() || actions.contains(candidate.action())) {
        sql.update(ADD, webhook, candidate.entry(), now, now);
      }
    }
    return next.size();
  }

  /** What statements are made of. */
  private static final class Parts {
    static final String COLUMNS = "row_id, webhook, entry, attempts, next_at, created_at, problem";

    private Parts() {}
  }

  private static final String DUE =
      "SELECT "
          + Parts.COLUMNS
          + " FROM webhook_deliveries WHERE status = 'waiting' AND webhook = ? AND next_at <= ?"
          + " ORDER BY next_at, row_id LIMIT ?";

  /** Returns those whose time has come, longest waiting first. */
  public List<Delivery> due(String webhook, int limit) {
    return database.read(sql -> sql.list(DUE, Outbox::read, webhook, clock.instant(), limit));
  }

  private static Delivery read(Rows row) throws SQLException {
    return new Delivery(
        row.whole(1),
        row.text(2),
        row.whole(3),
        row.whole(4),
        row.instant(5),
        row.instant(6),
        row.optionalText(7));
  }

  private static final String FORGET = "DELETE FROM webhook_deliveries WHERE row_id = ?";

  /** Notes that this was told, or that there is nothing left to tell. */
  public void done(Delivery delivery) {
    int ignored = database.write(sql -> sql.update(FORGET, delivery.id()));
  }

  private static final String POSTPONE =
      """
      UPDATE webhook_deliveries SET attempts = attempts + 1, next_at = ?, problem = ?
      WHERE row_id = ? AND status = 'waiting'
      """;

  /** Tries again after this time. */
  public void postpone(Delivery delivery, String problem, Duration by) {
    var next = clock.instant().plus(by);
    int ignored = database.write(sql -> sql.update(POSTPONE, next, problem, delivery.id()));
  }

  private static final String GIVE_UP =
      """
      UPDATE webhook_deliveries SET attempts = attempts + 1, status = 'dead', problem = ?,
        next_at = ?
      WHERE row_id = ?
      """;

  private static final String SURPLUS =
      """
      DELETE FROM webhook_deliveries
      WHERE row_id IN (
        SELECT row_id FROM webhook_deliveries
        WHERE status = 'dead' AND webhook = ?
        ORDER BY next_at DESC
        LIMIT 100 OFFSET ?)
      """;

  /** Tries no more until somebody asks to. */
  public void giveUp(Delivery delivery, String problem) {
    var now = clock.instant();
    database.write(
        sql -> {
          sql.update(GIVE_UP, problem, now, delivery.id());
          return sql.update(SURPLUS, delivery.webhook(), MOST_DEAD);
        });
  }

  private static final String DEAD_PAGE =
      "SELECT "
          + Parts.COLUMNS
          + " FROM webhook_deliveries WHERE row_id > ? AND status = 'dead'"
          + " ORDER BY row_id LIMIT ?";

  /** Returns given-up deliveries behind this one, oldest first. */
  public List<Delivery> dead(long after, int limit) {
    return database.read(sql -> sql.list(DEAD_PAGE, Outbox::read, after, limit));
  }

  private static final String RETRY =
      """
      UPDATE webhook_deliveries SET status = 'waiting', attempts = 0, next_at = ?
      WHERE row_id = ? AND status = 'dead'
      """;

  /** Tries one that was given up again, at once; false when there is none. */
  public boolean retry(long id) {
    return database.write(sql -> sql.update(RETRY, clock.instant(), id)) == 1;
  }

  private static final String FORGET_DEAD =
      "DELETE FROM webhook_deliveries WHERE row_id = ? AND status = 'dead'";

  /** Lets one go that was given up. */
  public boolean forget(long id) {
    return database.write(sql -> sql.update(FORGET_DEAD, id)) == 1;
  }

  private static final String COUNT =
      "SELECT count(*) FROM webhook_deliveries WHERE status = ? AND webhook = ?";

  private long count(String status, String webhook) {
    return database.read(sql -> sql.first(COUNT, row -> row.whole(1), status, webhook).orElse(0L));
  }

  /** Tells how far this webhook is. */
  public Backlog backlog(String webhook) {
    Optional<Long> fed = database.read(sql -> sql.first(CURSOR, row -> row.whole(1), webhook));
    return new Backlog(fed.orElse(0L), count("waiting", webhook), count("dead", webhook));
  }
}
