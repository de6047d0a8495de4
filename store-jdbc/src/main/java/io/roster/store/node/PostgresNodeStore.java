package io.roster.store.node;

import io.roster.store.sql.Database;
import java.time.Duration;

/**
 * Nodes on one PostgreSQL, the only database several may share. When each was seen is told by the
 * database's clock, so that theirs may differ.
 */
public final class PostgresNodeStore implements NodeStore {
  /** For how long a node counts that says nothing more. */
  static final Duration LIVELY = Duration.ofSeconds(15);

  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int PURGED = 20;

  private final Database database;

  public PostgresNodeStore(Database database) {
    this.database = database;
  }

  @Override
  public int announce(String node) {
    return database.write(
        sql -> {
          sql.update(PostgresText.ANNOUNCE, node);
          sql.update(PostgresText.PURGE, REMEMBERED.toMillis(), PURGED);
          return sql.query(
              PostgresText.COUNT,
              rows -> rows.next() ? Math.toIntExact(rows.whole(1)) : 1,
              LIVELY.toMillis());
        });
  }

  @Override
  public void withdraw(String node) {
    database.write(sql -> sql.update(PostgresText.WITHDRAW, node));
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String ANNOUNCE =
        """
        INSERT INTO nodes (node, seen_at)
        VALUES (?, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
        ON CONFLICT (node) DO UPDATE SET seen_at = excluded.seen_at
        """;

    // Rows that another node deletes at this moment are left to it.
    static final String PURGE =
        """
        DELETE FROM nodes
        WHERE node IN (
          SELECT node FROM nodes
          WHERE seen_at < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - ?
          LIMIT ?
          FOR UPDATE SKIP LOCKED)
        """;

    static final String COUNT =
        """
        SELECT count(*) FROM nodes
        WHERE seen_at >= (extract(epoch FROM clock_timestamp()) * 1000)::bigint - ?
        """;

    static final String WITHDRAW = "DELETE FROM nodes WHERE node = ?";
  }
}
