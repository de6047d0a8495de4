package io.roster.store.grant;

import io.roster.core.client.ClientId;
import io.roster.core.credential.Digest;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import io.roster.core.grant.GrantStore;
import io.roster.store.sql.Database;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grants in a database, each with one row for every handle that leads to it. */
public final class JdbcGrantStore implements GrantStore {
  private final Database database;

  public JdbcGrantStore(Database database) {
    this.database = database;
  }

  @Override
  public Saving save(Grant grant) {
    return database.write(
        sql -> {
          var row = grant.revision() == 1 ? insert(grant, sql) : replace(grant, sql);
          if (row.isEmpty()) {
            return whyNot(grant, sql);
          }
          HandleRows.save(grant, row.get(), sql);
          return Saving.SAVED;
        });
  }

  private static final String INSERT =
      """
      INSERT INTO grants (grant_id, client_id, subject, expires_at, body, revision)
      SELECT ?, client_id, ?, ?, ?, 1 FROM clients WHERE client_id = ?
      ON CONFLICT (grant_id) DO NOTHING
      RETURNING row_id
      """;

  private static Optional<Long> insert(Grant grant, Sql sql) throws SQLException {
    if (sql.dialect() == Dialect.POSTGRESQL) {
      // Others write at the same time, and one may be deleting the client.
      sql.first(PostgresText.HOLD_CLIENT, row -> true, grant.clientId().value());
    }
    return sql.first(
        INSERT,
        row -> row.whole(1),
        grant.id(),
        grant.subject(),
        grant.expiresAt(),
        grant.body(),
        grant.clientId().value());
  }

  private static final String REPLACE =
      """
      UPDATE grants
      SET subject = ?, expires_at = ?, body = ?, revision = ?
      WHERE grant_id = ? AND client_id = ? AND revision = ?
      RETURNING row_id
      """;

  private static Optional<Long> replace(Grant grant, Sql sql) throws SQLException {
    return sql.first(
        REPLACE,
        row -> row.whole(1),
        grant.subject(),
        grant.expiresAt(),
        grant.body(),
        grant.revision(),
        grant.id(),
        grant.clientId().value(),
        grant.revision() - 1);
  }

  private static final String CLIENT_EXISTS = "SELECT 1 FROM clients WHERE client_id = ?";

  private static final String EXISTS = "SELECT 1 FROM grants WHERE grant_id = ?";

  private static Saving whyNot(Grant grant, Sql sql) throws SQLException {
    boolean stale =
        sql.first(CLIENT_EXISTS, row -> true, grant.clientId().value()).isPresent()
            && sql.first(EXISTS, row -> true, grant.id()).isPresent();
    return stale ? Saving.STALE : Saving.GONE;
  }

  // One statement, because another one could see the handles of a later revision.
  private static final String FIND_BY_ID =
      """
      SELECT g.grant_id, g.client_id, g.subject, g.expires_at, g.body, g.revision,
        h.kind, h.digest
      FROM grants g
      LEFT JOIN grant_handles h ON h.grant_row = g.row_id
      WHERE g.grant_id = ?
      ORDER BY h.position
      """;

  @Override
  public Optional<Grant> findById(String id) {
    return database.read(sql -> sql.query(FIND_BY_ID, JdbcGrantStore::read, id));
  }

  private static final String FIND_BY_HANDLE =
      """
      SELECT g.grant_id, g.client_id, g.subject, g.expires_at, g.body, g.revision,
        h.kind, h.digest
      FROM grant_handles found
      JOIN grants g ON g.row_id = found.grant_row
      LEFT JOIN grant_handles h ON h.grant_row = g.row_id
      WHERE found.digest = ? AND found.kind = ?
      ORDER BY h.position
      """;

  @Override
  public Optional<Grant> findByHandle(GrantHandle handle) {
    return database.read(
        sql ->
            sql.query(
                FIND_BY_HANDLE,
                JdbcGrantStore::read,
                handle.digest().text(),
                handle.kind().name()));
  }

  private static Optional<Grant> read(Rows rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    var id = rows.text(1);
    var clientId = new ClientId(rows.text(2));
    var subject = rows.text(3);
    var expiresAt = rows.instant(4);
    var body = rows.text(5);
    long revision = rows.whole(6);
    var handles = handles(rows);
    return Optional.of(new Grant(id, clientId, subject, expiresAt, handles, body, revision));
  }

  private static List<GrantHandle> handles(Rows rows) throws SQLException {
    var handles = new ArrayList<GrantHandle>();
    do {
      var kind = rows.optionalText(7).map(GrantHandle.Kind::valueOf);
      if (kind.isPresent()) {
        handles.add(new GrantHandle(kind.get(), new Digest(rows.text(8))));
      }
    } while (rows.next());
    return handles;
  }

  private static final String REVOKE = "DELETE FROM grants WHERE grant_id = ?";

  @Override
  public boolean revoke(String id) {
    return database.write(sql -> sql.update(REVOKE, id)) == 1;
  }

  private static final String REVOKE_ALL = "DELETE FROM grants WHERE client_id = ?";

  @Override
  public int revokeAll(ClientId clientId) {
    return database.write(sql -> sql.update(REVOKE_ALL, clientId.value()));
  }

  private static final String OF_SUBJECT =
      """
      SELECT grant_id, client_id, subject, expires_at, body, revision
      FROM grants
      WHERE subject = ?
      ORDER BY client_id, grant_id
      LIMIT ?
      """;

  @Override
  public List<Grant> ofSubject(String subject, int limit) {
    return database.read(
        sql -> sql.list(OF_SUBJECT, JdbcGrantStore::readWithoutHandles, subject, limit));
  }

  private static Grant readWithoutHandles(Rows row) throws SQLException {
    var clientId = new ClientId(row.text(2));
    return new Grant(
        row.text(1), clientId, row.text(3), row.instant(4), List.of(), row.text(5), row.whole(6));
  }

  private static final String REVOKE_OF_SUBJECT =
      "DELETE FROM grants WHERE client_id = ? AND subject = ?";

  @Override
  public int revokeAll(ClientId clientId, String subject) {
    return database.write(sql -> sql.update(REVOKE_OF_SUBJECT, clientId.value(), subject));
  }

  private static final String PURGE =
      """
      DELETE FROM grants
      WHERE row_id IN (
        SELECT row_id FROM grants WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
      """;

  @Override
  public int purgeExpired(Instant now, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("no less than 0 grants can be purged");
    }
    return database.write(sql -> sql.update(PURGE, now, limit));
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String HOLD_CLIENT = "SELECT 1 FROM clients WHERE client_id = ? FOR KEY SHARE";
  }
}
