package io.roster.store.assertion;

import io.roster.store.sql.Database;
import java.time.Instant;
import java.time.InstantSource;

/** Used assertions in a database, so that what one node has seen no other takes. */
public final class JdbcUsedAssertions implements UsedAssertions {
  /** More than one goes for each that comes, so that they never pile up. */
  private static final int PURGED = 10;

  private final Database database;
  private final InstantSource clock;

  public JdbcUsedAssertions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private static final String USE =
      """
      INSERT INTO used_assertions (digest, expires_at) VALUES (?, ?)
      ON CONFLICT (digest) DO NOTHING
      """;

  private static final String PURGE =
      """
      DELETE FROM used_assertions
      WHERE digest IN (
        SELECT digest FROM used_assertions WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
      """;

  @Override
  public boolean use(String digest, Instant end) {
    var now = clock.instant();
    return database.write(
        sql -> {
          sql.update(PURGE, now, PURGED);
          return sql.update(USE, digest, end) == 1;
        });
  }
}
