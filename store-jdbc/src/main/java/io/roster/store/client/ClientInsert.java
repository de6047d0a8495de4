package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.InsertConditions;
import io.roster.store.sqlite.Sql;
import java.sql.SQLException;
import java.util.Optional;

/** Inserts one client and meets the conditions for it, inside one transaction. */
record ClientInsert(Client client, String metadata, InsertConditions conditions) {
  private static final String SPEND =
      """
      UPDATE initial_tokens
      SET used = used + 1
      WHERE token_id = ? AND used < uses AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > ?)
      """;

  private static final String UNSPEND =
      "UPDATE initial_tokens SET used = used - 1 WHERE token_id = ?";

  private static final String INSERT =
      """
      INSERT INTO clients (client_id, metadata, secret_digest, secret_expires_at,
        token_digest, token_expires_at, issued_at, revision,
        tier, initial_token, statement_issuer, state, fingerprint)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String QUOTA_LEFT =
      "SELECT 1 FROM tier_counts WHERE tier = ? AND clients < ?";

  private static final String ID_EXISTS = "SELECT 1 FROM clients WHERE client_id = ?";

  Insertion run(Sql sql) throws SQLException {
    if (conditions.quota() > 0 && !hasRoom(sql)) {
      return Insertion.QUOTA_REACHED;
    }
    var spends = conditions.spends().map(InitialTokenId::value);
    if (spends.isPresent() && sql.update(SPEND, spends.get(), client.issuedAt()) == 0) {
      return Insertion.TOKEN_SPENT;
    }
    if (insert(sql) == 1) {
      return Insertion.INSERTED;
    }
    if (spends.isPresent()) {
      sql.update(UNSPEND, spends.get());
    }
    boolean idTaken = sql.first(ID_EXISTS, row -> true, client.id().value()).isPresent();
    return idTaken ? Insertion.ID_TAKEN : Insertion.FINGERPRINT_TAKEN;
  }

  /** Nobody else writes meanwhile: there is one writer, and its transaction is under way. */
  private boolean hasRoom(Sql sql) throws SQLException {
    var tier = client.origin().tier().wireName();
    return sql.first(QUOTA_LEFT, row -> true, tier, conditions.quota()).isPresent();
  }

  private int insert(Sql sql) throws SQLException {
    Optional<Credential> secret = client.secret();
    var origin = client.origin();
    return sql.update(
        INSERT,
        client.id().value(),
        metadata,
        secret.map(Credential::digest).map(Digest::text),
        secret.flatMap(Credential::expiresAt),
        client.registrationToken().digest().text(),
        client.registrationToken().expiresAt(),
        client.issuedAt(),
        client.revision(),
        origin.tier().wireName(),
        origin.initialToken(),
        origin.statementIssuer(),
        client.state().wireName(),
        conditions.fingerprint());
  }
}
