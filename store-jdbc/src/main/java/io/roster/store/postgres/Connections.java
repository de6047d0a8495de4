package io.roster.store.postgres;

import io.roster.store.sql.Connector;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Fault;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the primary of the hosts that one URL names. */
final class Connections implements Connector {
  // A node that stops in the middle of a transaction must not hold its locks for ever.
  private static final String TIDY = "SET idle_in_transaction_session_timeout = '30s'";
  private static final String ONLY_READ = "SET default_transaction_read_only = on";

  private final PGSimpleDataSource source;

  Connections(String url, PostgresSettings settings) {
    this.source = new PGSimpleDataSource();
    int patience = (int) settings.patience().toSeconds();
    source.setConnectTimeout(patience);
    source.setLoginTimeout(patience);
    source.setSocketTimeout((int) settings.answer().toSeconds());
    source.setTcpKeepAlive(true);
    source.setApplicationName("roster");
    source.setPrepareThreshold(2);
    // What the URL says counts, whatever was set before, but for this: a standby can't be written.
    setUrl(url);
    if (source.getServerNames().length > 1) {
      source.setTargetServerType("primary");
    }
  }

  /** The driver's own exception would tell the whole URL, password included. */
  private void setUrl(String url) {
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "the database's URL can't be read; it must be jdbc:postgresql://HOST[:PORT]/DATABASE"
              + " with ?NAME=VALUE&... after it if need be");
    }
  }

  @Override
  public Sql writing() throws SQLException {
    var sql = open();
    sql.run(TIDY);
    return sql;
  }

  @Override
  public Sql reading() throws SQLException {
    var sql = open();
    sql.run(ONLY_READ);
    return sql;
  }

  @Override
  public String begin() {
    return "BEGIN";
  }

  /** By the classes of SQLSTATE. */
  @Override
  public Fault fault(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    // 57P01 to 57P03: the server is stopping or starting; 25006: it became a standby.
    if (state.startsWith("08") || state.startsWith("57P0") || state.equals("25006")) {
      return Fault.CONNECTION;
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "40" -> Fault.CONFLICT;
      case "0A", "21", "22", "23", "42" -> Fault.STATEMENT;
      default -> Fault.OUTAGE;
    };
  }

  DataSource source() {
    return source;
  }

  /** Where the database is, without any password. */
  String place() {
    return String.join(",", source.getServerNames()) + "/" + source.getDatabaseName();
  }

  private Sql open() throws SQLException {
    return new Sql(source.getConnection(), Dialect.POSTGRESQL);
  }
}
