package io.roster.store.sqlite;

import io.roster.store.sql.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Keeps the write-ahead log short. SQLite starts the log anew by itself, but only at a moment when
 * nobody reads from it, and on a busy server that moment may not come.
 */
final class LogLimit {
  static final long USUAL = 32 << 20;

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Path log;
  private final Duration usualPatience;
  private final long longest;
  private long allowed;

  LogLimit(Path database, long longest, SqliteSettings settings) {
    this.longest = longest;
    this.allowed = longest;
    this.log = Path.of(database + "-wal");
    this.usualPatience = settings.patience();
  }

  /** Empties the log if it has become too long; if readers don't let it, tries again later. */
  void enforce(Sql sql) throws SQLException {
    long length = log.toFile().length();
    if (length > allowed) {
      allowed = empty(sql) ? longest : length + longest / 4;
    }
  }

  private boolean empty(Sql sql) throws SQLException {
    ShortSteps.on(sql.connection(), PATIENCE);
    boolean busy =
        sql.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.whole(1)).orElse(1L) != 0;
    ShortSteps.on(sql.connection(), usualPatience);
    return !busy;
  }
}
