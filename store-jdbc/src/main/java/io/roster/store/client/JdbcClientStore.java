package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.json.JsonCodec;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InsertConditions;
import io.roster.store.sql.Database;
import java.util.List;
import java.util.Optional;

/** Clients in a database, the metadata of each as one JSON text. */
public final class JdbcClientStore implements ClientStore {
  private final Database database;
  private final ClientRow row;

  public JdbcClientStore(Database database, JsonCodec json) {
    this.database = database;
    this.row = new ClientRow(json);
  }

  private static final String FIND =
      """
      SELECT client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision,
        tier, initial_token, statement_issuer, state
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
        token_digest, token_expires_at, issued_at, revision,
        tier, initial_token, statement_issuer, state
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

  private static final String PAGE_OF_ACTIVE =
      """
      SELECT client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision,
        tier, initial_token, statement_issuer, state
      FROM clients
      WHERE state = 'active' AND client_id > ?
      ORDER BY client_id
      LIMIT ?
      """;

  // The index on states leaves out the active, who are nearly all.
  private static final String PAGE_OF_OTHERS =
      """
      SELECT client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision,
        tier, initial_token, statement_issuer, state
      FROM clients
      WHERE state <> 'active' AND state = ? AND client_id > ?
      ORDER BY client_id
      LIMIT ?
      """;

  @Override
  public List<Client> firstPage(ClientState state, int limit) {
    return page(state, "", limit);
  }

  @Override
  public List<Client> pageAfter(ClientState state, ClientId last, int limit) {
    return page(state, last.value(), limit);
  }

  private List<Client> page(ClientState state, String last, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a page has no less than 0 clients");
    }
    return database.read(
        sql ->
            state == ClientState.ACTIVE
                ? sql.list(PAGE_OF_ACTIVE, row::read, last, limit)
                : sql.list(PAGE_OF_OTHERS, row::read, state.wireName(), last, limit));
  }

  private static final String FIND_BY_FINGERPRINT =
      """
      SELECT client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision,
        tier, initial_token, statement_issuer, state
      FROM clients
      WHERE fingerprint = ?
      """;

  @Override
  public Optional<Client> findByFingerprint(String fingerprint) {
    return database.read(sql -> sql.first(FIND_BY_FINGERPRINT, row::read, fingerprint));
  }

  @Override
  public Insertion insert(Client client, InsertConditions conditions) {
    var metadata = row.metadata(client);
    var insert = new ClientInsert(client, metadata, conditions);
    boolean isPlain = PlainInsert.suits(conditions) && client.revision() == 1;
    return database.write(isPlain ? new PlainInsert(insert) : insert);
  }

  private static final String REPLACE =
      """
      UPDATE clients
      SET metadata = ?, secret_digest = ?, secret_expires_at = ?,
        token_digest = ?, token_expires_at = ?, issued_at = ?, revision = ?,
        tier = ?, statement_issuer = ?, state = ?
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
                  next.origin().tier().wireName(),
                  next.origin().statementIssuer(),
                  next.state().wireName(),
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
