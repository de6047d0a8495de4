package io.roster.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A node of the oldest version, as far as its statements go, word for word. */
public final class OldNode implements AutoCloseable {
  private static final String INSERT =
      """
      INSERT INTO clients (client_id, metadata, secret_digest, secret_expires_at, token_digest,
        token_expires_at, issued_at, revision, tier, initial_token, statement_issuer, state,
        fingerprint)
      VALUES (?, '{"redirect_uris":["http://127.0.0.1/cb"]}', NULL, NULL, 'digest', NULL, 0, 1,
        'open', NULL, NULL, 'active', NULL)
      """;
  private static final String REVISION = "SELECT revision FROM clients WHERE client_id = ?";
  private static final String CHANGE =
      """
      UPDATE clients SET token_digest = 'other', revision = revision + 1
      WHERE client_id = ? AND revision = ?
      """;
  private static final String DELETE = "DELETE FROM clients WHERE client_id = ?";

  private final Connection connection;

  /** Makes the tables as they were then, and connects to them. */
  public OldNode(String url) {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(url, null, null)
        .locations("classpath:db/roster/postgres")
        .target("1")
        .load()
        .migrate();
    try {
      connection = DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns how many clients were inserted. */
  public int register(String id) {
    return run(
        INSERT,
        statement -> {
          statement.setString(1, id);
          return statement.executeUpdate();
        });
  }

  public long revision(String id) {
    return run(
        REVISION,
        statement -> {
          statement.setString(1, id);
          try (var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
          }
        });
  }

  /** Returns how many clients were still of that revision. */
  public int change(String id, long revision) {
    return run(
        CHANGE,
        statement -> {
          statement.setString(1, id);
          statement.setLong(2, revision);
          return statement.executeUpdate();
        });
  }

  /** Returns how many clients went. */
  public int delete(String id) {
    return run(
        DELETE,
        statement -> {
          statement.setString(1, id);
          return statement.executeUpdate();
        });
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String text, Use<T> use) {
    try (var statement = connection.prepareStatement(text)) {
      return use.of(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
