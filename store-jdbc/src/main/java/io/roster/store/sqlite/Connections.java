package io.roster.store.sqlite;

import io.roster.store.sql.Connector;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Fault;
import io.roster.store.sql.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to one file, each set up for what it is for. */
final class Connections implements Connector {
  private static final int CHECKPOINT_PAGES = 2000;
  private static final int WAL_BYTES_KEPT = 16 << 20;

  private final String url;
  private final SqliteSettings settings;
  private final LogLimit log;

  Connections(Path file, SqliteSettings settings) {
    this.url = "jdbc:sqlite:" + file;
    this.settings = settings;
    this.log = new LogLimit(file, LogLimit.USUAL, settings);
  }

  @Override
  public Sql writing() throws SQLException {
    var connection = source(writingConfig()).getConnection();
    ShortSteps.on(connection, settings.patience());
    return new Sql(connection, Dialect.SQLITE);
  }

  @Override
  public Sql reading() throws SQLException {
    var config = config();
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-4000");
    var sql = new Sql(source(config).getConnection(), Dialect.SQLITE);
    sql.run("PRAGMA query_only = ON");
    return sql;
  }

  /** For who changes nothing here, but writes to another file. */
  Sql copying() throws SQLException {
    return new Sql(source(config()).getConnection(), Dialect.SQLITE);
  }

  /** The same as {@link #writing}, for who opens connections of its own. */
  SQLiteDataSource writingSource() {
    return source(writingConfig());
  }

  @Override
  public String begin() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public Fault fault(SQLException e) {
    return Faults.of(e);
  }

  @Override
  public void committed(Sql sql) throws SQLException {
    log.enforce(sql);
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
