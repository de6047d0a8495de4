package io.roster.store.idempotency;

import io.roster.store.sql.Database;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;

/** Keys in a database, for all its nodes alike. */
public final class JdbcIdempotencyStore implements IdempotencyStore {
  private static final int PURGED_AT_ONCE = 100;

  private final Database database;
  private final int most;

  /** Remembers at most about {@code most} keys at a time. */
  public JdbcIdempotencyStore(Database database, int most) {
    this.database = database;
    this.most = most;
  }

  private static final String PURGE =
      """
      DELETE FROM idempotency_keys WHERE digest IN (
        SELECT digest FROM idempotency_keys WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
      """;

  private static final String BEYOND =
      """
      SELECT digest FROM idempotency_keys WHERE expires_at > ?
      ORDER BY expires_at
      LIMIT 1 OFFSET ?
      """;

  private static final String CLAIM =
      """
      INSERT INTO idempotency_keys (digest, request, expires_at) VALUES (?, ?, ?)
      ON CONFLICT (digest) DO UPDATE
      SET request = excluded.request, reply = NULL, expires_at = excluded.expires_at
      WHERE idempotency_keys.expires_at <= ?
      """;

  private static final String FIND = "SELECT request, reply FROM idempotency_keys WHERE digest = ?";

  @Override
  public Claim claim(String key, String request, Instant now, Instant until) {
    return database.write(
        sql -> {
          sql.update(PURGE, now, PURGED_AT_ONCE);
          if (sql.first(BEYOND, row -> true, now, most).isPresent()) {
            return new Claim.Full();
          }
          return sql.update(CLAIM, key, request, until, now) == 1
              ? new Claim.First()
              : known(key, sql);
        });
  }

  private static Claim known(String key, Sql sql) throws SQLException {
    return sql.<Claim>first(
            FIND,
            row -> {
              var request = row.text(1);
              return row.optionalText(2)
                  .<Claim>map(reply -> new Claim.Answered(request, reply))
                  .orElseGet(Claim.Underway::new);
            },
            key)
        .orElseGet(Claim.Underway::new);
  }

  private static final String KEEP =
      "UPDATE idempotency_keys SET reply = ?, expires_at = ? WHERE digest = ?";

  @Override
  public void keep(String key, String reply, Instant until) {
    database.write(sql -> sql.update(KEEP, reply, until, key));
  }

  private static final String RELEASE = "DELETE FROM idempotency_keys WHERE digest = ?";

  @Override
  public void release(String key) {
    database.write(sql -> sql.update(RELEASE, key));
  }
}
