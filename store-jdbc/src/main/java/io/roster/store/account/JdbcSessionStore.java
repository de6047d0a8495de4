package io.roster.store.account;

import io.roster.core.credential.Digest;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Sessions in a database, so that every node knows them. */
public final class JdbcSessionStore implements SessionStore {
  private final Database database;

  public JdbcSessionStore(Database database) {
    this.database = database;
  }

  private static final String INSERT =
      "INSERT INTO sessions (digest, user_name, created_at, used_at) VALUES (?, ?, ?, ?)";

  @Override
  public void insert(Session session) {
    database.write(
        sql ->
            sql.update(
                INSERT,
                session.digest().text(),
                session.userName(),
                session.createdAt(),
                session.usedAt()));
  }

  private static final String FIND =
      "SELECT digest, user_name, created_at, used_at FROM sessions WHERE digest = ?";

  @Override
  public Optional<Session> find(Digest digest) {
    return database.read(sql -> sql.first(FIND, JdbcSessionStore::read, digest.text()));
  }

  private static Session read(Rows row) throws SQLException {
    return new Session(new Digest(row.text(1)), row.text(2), row.instant(3), row.instant(4));
  }

  private static final String USE = "UPDATE sessions SET used_at = ? WHERE digest = ?";

  @Override
  public void use(Digest digest, Instant at) {
    database.write(sql -> sql.update(USE, at, digest.text()));
  }

  private static final String DELETE = "DELETE FROM sessions WHERE digest = ?";

  @Override
  public void delete(Digest digest) {
    database.write(sql -> sql.update(DELETE, digest.text()));
  }

  private static final String PURGE =
      """
      DELETE FROM sessions
      WHERE digest IN (SELECT digest FROM sessions WHERE used_at < ? ORDER BY used_at LIMIT ?)
      """;

  @Override
  public int purge(Instant usedBefore, int limit) {
    return database.write(sql -> sql.update(PURGE, usedBefore, limit));
  }
}
