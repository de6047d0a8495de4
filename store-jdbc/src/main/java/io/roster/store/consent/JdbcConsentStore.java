package io.roster.store.consent;

import io.roster.core.client.ClientId;
import io.roster.core.consent.Consent;
import io.roster.core.consent.ConsentStore;
import io.roster.core.metadata.Scope;
import io.roster.store.sql.Database;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Consents in a database; they go with their client. */
public final class JdbcConsentStore implements ConsentStore {
  private final Database database;

  public JdbcConsentStore(Database database) {
    this.database = database;
  }

  @Override
  public Saving save(Consent consent) {
    return database.write(
        sql -> {
          boolean saved = consent.revision() == 1 ? insert(consent, sql) : replace(consent, sql);
          return saved ? Saving.SAVED : whyNot(consent.key().clientId(), sql);
        });
  }

  private static final String INSERT =
      """
      INSERT INTO consents (client_id, subject, resource, scope, seen, given_at, expires_at, revision)
      SELECT client_id, ?, ?, ?, ?, ?, ?, 1 FROM clients WHERE client_id = ?
      ON CONFLICT (client_id, subject, resource) DO NOTHING
      """;

  private static boolean insert(Consent consent, Sql sql) throws SQLException {
    if (sql.dialect() == Dialect.POSTGRESQL) {
      // Others write at the same time, and one may be deleting the client.
      sql.first(PostgresText.HOLD_CLIENT, row -> true, consent.key().clientId().value());
    }
    return sql.update(
            INSERT,
            consent.key().subject(),
            consent.key().resource(),
            consent.scope().text(),
            consent.seen(),
            consent.givenAt(),
            consent.expiresAt(),
            consent.key().clientId().value())
        == 1;
  }

  private static final String REPLACE =
      """
      UPDATE consents
      SET scope = ?, seen = ?, given_at = ?, expires_at = ?, revision = ?
      WHERE client_id = ? AND subject = ? AND resource = ? AND revision = ?
      """;

  private static boolean replace(Consent consent, Sql sql) throws SQLException {
    return sql.update(
            REPLACE,
            consent.scope().text(),
            consent.seen(),
            consent.givenAt(),
            consent.expiresAt(),
            consent.revision(),
            consent.key().clientId().value(),
            consent.key().subject(),
            consent.key().resource(),
            consent.revision() - 1)
        == 1;
  }

  private static final String CLIENT_EXISTS = "SELECT 1 FROM clients WHERE client_id = ?";

  private static Saving whyNot(ClientId client, Sql sql) throws SQLException {
    boolean known = sql.first(CLIENT_EXISTS, row -> true, client.value()).isPresent();
    return known ? Saving.STALE : Saving.GONE;
  }

  private static final String FIND =
      """
      SELECT client_id, subject, resource, scope, seen, given_at, expires_at, revision
      FROM consents
      WHERE client_id = ? AND subject = ? AND resource = ?
      """;

  @Override
  public Optional<Consent> find(Consent.Key key) {
    return database.read(
        sql ->
            sql.first(
                FIND,
                JdbcConsentStore::read,
                key.clientId().value(),
                key.subject(),
                key.resource()));
  }

  private static final String OF_SUBJECT =
      """
      SELECT client_id, subject, resource, scope, seen, given_at, expires_at, revision
      FROM consents
      WHERE subject = ?
      ORDER BY client_id, resource
      LIMIT ?
      """;

  @Override
  public List<Consent> ofSubject(String subject, int limit) {
    return database.read(sql -> sql.list(OF_SUBJECT, JdbcConsentStore::read, subject, limit));
  }

  private static Consent read(Rows row) throws SQLException {
    var key = new Consent.Key(new ClientId(row.text(1)), row.text(2), row.text(3));
    return new Consent(
        key, Scope.of(row.text(4)), row.text(5), row.instant(6), row.instant(7), row.whole(8));
  }

  private static final String REVOKE = "DELETE FROM consents WHERE client_id = ? AND subject = ?";

  @Override
  public int revoke(ClientId clientId, String subject) {
    return database.write(sql -> sql.update(REVOKE, clientId.value(), subject));
  }

  private static final String REVOKE_ALL = "DELETE FROM consents WHERE client_id = ?";

  @Override
  public int revokeAll(ClientId clientId) {
    return database.write(sql -> sql.update(REVOKE_ALL, clientId.value()));
  }

  private static final String PURGE =
      """
      DELETE FROM consents
      WHERE row_id IN (
        SELECT row_id FROM consents WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
      """;

  @Override
  public int purgeExpired(Instant now, int limit) {
    return database.write(sql -> sql.update(PURGE, now, limit));
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String HOLD_CLIENT = "SELECT 1 FROM clients WHERE client_id = ? FOR KEY SHARE";
  }
}
