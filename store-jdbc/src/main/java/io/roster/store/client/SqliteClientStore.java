package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.json.JsonCodec;
import io.roster.core.store.ClientStore;
import io.roster.store.sqlite.SqliteDatabase;
import java.util.List;
import java.util.Optional;

/** Clients in an SQLite file, the metadata of each as one JSON text. */
public final class SqliteClientStore implements ClientStore {
  private final SqliteDatabase database;
  private final ClientRow row;

  public SqliteClientStore(SqliteDatabase database, JsonCodec json) {
    this.database = database;
    this.row = new ClientRow(json);
  }

  private static final String FIND =
      """
      SELECT client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision
      FROM clients
      WHERE client_id = ?
      """;

  @Override
  public Optional<Client> find(ClientId id) {
    return database.read(sql -> sql.first(FIND, row::read, id.value()));
  }

  private static final String PAGE =
      """
      SELECT client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision
      FROM clients
      WHERE client_id > ?
      ORDER BY client_id
      LIMIT ?
      """;

  @Override
  public List<Client> firstPage(int limit) {
    return page("", limit);
  }

  @Override
  public List<Client> pageAfter(ClientId last, int limit) {
    return page(last.value(), limit);
  }

  private List<Client> page(String last, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a page has no less than 0 clients");
    }
    return database.read(sql -> sql.list(PAGE, row::read, last, limit));
  }

  private static final String INSERT =
      """
      INSERT INTO clients (client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (client_id) DO NOTHING
      """;

  @Override
  public Insertion insert(Client client) {
    var metadata = row.metadata(client);
    int inserted =
        database.write(
            sql ->
                sql.update(
                    INSERT,
                    client.id().value(),
                    metadata,
                    client.secret().map(Credential::digest).map(Digest::text),
                    client.secret().flatMap(Credential::expiresAt),
                    client.registrationToken().digest().text(),
                    client.registrationToken().expiresAt(),
                    client.issuedAt(),
                    client.revision()));
    return inserted == 1 ? Insertion.INSERTED : Insertion.ID_TAKEN;
  }

  private static final String REPLACE =
      """
      UPDATE clients
      SET metadata = ?, secret_digest = ?, secret_expires_at = ?,
        token_digest = ?, token_expires_at = ?, issued_at = ?, revision = ?
      WHERE client_id = ? AND revision = ?
      """;

  private static final String EXISTS = "SELECT 1 FROM clients WHERE client_id = ?";

  @Override
  public Replacement replace(Client next) {
    var metadata = row.metadata(next);
    return database.write(
        sql -> {
          int replaced =
              sql.update(
                  REPLACE,
                  metadata,
                  next.secret().map(Credential::digest).map(Digest::text),
                  next.secret().flatMap(Credential::expiresAt),
                  next.registrationToken().digest().text(),
                  next.registrationToken().expiresAt(),
                  next.issuedAt(),
                  next.revision(),
                  next.id().value(),
                  next.revision() - 1);
          if (replaced == 1) {
            return Replacement.REPLACED;
          }
          boolean exists = sql.first(EXISTS, row -> true, next.id().value()).isPresent();
          return exists ? Replacement.STALE : Replacement.GONE;
        });
  }

  private static final String DELETE = "DELETE FROM clients WHERE client_id = ?";

  @Override
  public boolean delete(ClientId id) {
    return database.write(sql -> sql.update(DELETE, id.value())) == 1;
  }
}
