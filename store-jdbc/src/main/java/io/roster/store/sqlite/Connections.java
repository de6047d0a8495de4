package io.roster.store.sqlite;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to one file, each set up for what it is for. */
final class Connections {
  private static final Logger LOG = System.getLogger(Connections.class.getName());
  private static final int CHECKPOINT_PAGES = 2000;
  private static final int WAL_BYTES_KEPT = 16 << 20;

  private final String url;
  private final SqliteSettings settings;

  Connections(Path file, SqliteSettings settings) {
    this.url = "jdbc:sqlite:" + file;
    this.settings = settings;
  }

  /** A connection whose commits are on the disk when they return. */
  Sql writing() throws SQLException {
    var sql = new Sql(source(writingConfig()).getConnection());
    sql.waitAtMost(settings.patience());
    return sql;
  }

  /** A connection that can't change anything. */
  Sql reading() throws SQLException {
    var config = config();
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-4000");
    var sql = new Sql(source(config).getConnection());
    sql.run("PRAGMA query_only = ON");
    return sql;
  }

  /** The same as {@link #writing}, for who opens connections of its own. */
  SQLiteDataSource writingSource() {
    return source(writingConfig());
  }

  static void close(Sql sql) {
    try {
      sql.close();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "a connection to the database didn't close", e);
    }
  }

  private SQLiteDataSource source(SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  private SQLiteConfig writingConfig() {
    var config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setCacheSize(-16_000);
    config.enforceForeignKeys(true);
    config.setWalAutocheckpoint(CHECKPOINT_PAGES);
    config.setJournalSizeLimit(WAL_BYTES_KEPT);
    config.setMaxPageCount(settings.mostPages());
    return config;
  }

  private SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(settings.patienceMillis());
    config.setGetGeneratedKeys(false);
    return config;
  }
}
