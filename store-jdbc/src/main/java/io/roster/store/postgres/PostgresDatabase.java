package io.roster.store.postgres;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.sql.Database;
import java.sql.SQLException;

/** Opens PostgreSQL databases, which any number of nodes share. */
public final class PostgresDatabase {
  private static final String SCHEME = "jdbc:postgresql:";

  private PostgresDatabase() {}

  /** Whether a URL names a database of this kind. */
  public static boolean isNamedBy(String url) {
    return url.startsWith(SCHEME);
  }

  /** Opens the database a URL names, with the usual limits. */
  public static Database open(String url) {
    return open(url, PostgresSettings.standard());
  }

  /**
   * Opens the database and makes or updates its tables. The URL is one of the JDBC driver's and may
   * name several hosts, of which the primary is used. Throws StoreUnavailableException when no host
   * answers, and IllegalStateException when the tables are none that this build can work with.
   */
  public static Database open(String url, PostgresSettings settings) {
    var connections = new Connections(url, settings);
    try (var sql = connections.writing()) {
      new Schema(connections, sql).prepare();
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "the database can't be opened: " + connections.place() + ": " + e.getMessage(), e);
    }
    return Database.serving(connections, settings.limits());
  }
}
