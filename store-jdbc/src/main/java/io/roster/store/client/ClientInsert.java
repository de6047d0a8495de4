package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.InsertConditions;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Sql;
import io.roster.store.sql.Work;
import java.sql.SQLException;
import java.util.Optional;

/** Inserts one client and meets the conditions for it, inside one transaction. */
record ClientInsert(
    Client client, String metadata, InsertConditions conditions, Optional<Entries> audited)
    implements Work<Insertion> {
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
        tier, initial_token, statement_issuer, state, fingerprint,
        previous_secret_digest, previous_secret_expires_at,
        previous_token_digest, previous_token_expires_at, last_used_at,
        review_of, reviewed_at, review_reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String COUNT = "SELECT sum(clients) FROM tier_counts WHERE tier = ?";

  private static final String COUNT_PENDING =
      "SELECT count(*) FROM clients WHERE state <> 'active' AND state = 'pending'";

  private static final String WAITS_ALREADY =
      "SELECT 1 FROM clients WHERE review_of = ? AND state = 'pending' LIMIT 1";

  private static final String ID_EXISTS = "SELECT 1 FROM clients WHERE client_id = ?";

  /** What is written down of a client that comes, and of one for whom somebody has to decide. */
  record Entries(AuditEntry registered, AuditEntry held) {}

  private boolean waits() {
    return client.state() == ClientState.PENDING;
  }

  @Override
  public Insertion run(Sql sql) throws SQLException {
    if (waits() && conditions.mostPending() > 0 && !isRoomInTheQueue(sql)) {
      return Insertion.QUEUE_FULL;
    }
    if (conditions.quota() > 0 && !hasRoom(sql)) {
      return Insertion.QUOTA_REACHED;
    }
    var spends = conditions.spends().map(InitialTokenId::value);
    if (spends.isPresent() && sql.update(SPEND, spends.get(), client.issuedAt()) == 0) {
      return Insertion.TOKEN_SPENT;
    }
    boolean tells = waits() && audited.isPresent() && isFirstOfItsLike(sql);
    if (insert(sql) == 1) {
      if (audited.isPresent()) {
        AuditWriter.insert(audited.get().registered(), sql);
      }
      if (tells) {
        AuditWriter.insert(audited.get().held(), sql);
      }
      return Insertion.INSERTED;
    }
    if (spends.isPresent()) {
      sql.update(UNSPEND, spends.get());
    }
    return conflict(sql);
  }

  /** Which unique key was in the way. */
  Insertion conflict(Sql sql) throws SQLException {
    boolean idTaken = sql.first(ID_EXISTS, row -> true, client.id().value()).isPresent();
    return idTaken ? Insertion.ID_TAKEN : Insertion.FINGERPRINT_TAKEN;
  }

  /** Counted alone: nobody else may take the last place meanwhile. */
  private boolean hasRoom(Sql sql) throws SQLException {
    var tier = client.origin().tier().wireName();
    sql.alone("clients of tier " + tier);
    return sql.first(COUNT, row -> row.whole(1), tier).orElse(0L) < conditions.quota();
  }

  private boolean isRoomInTheQueue(Sql sql) throws SQLException {
    sql.alone("clients that wait");
    long waiting = sql.first(COUNT_PENDING, row -> row.whole(1)).orElse(0L);
    return waiting < conditions.mostPending();
  }

  private boolean isFirstOfItsLike(Sql sql) throws SQLException {
    var of = client.review().of();
    return of.isEmpty() || sql.first(WAITS_ALREADY, row -> true, of.get()).isEmpty();
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
        conditions.fingerprint(),
        client.previousSecret().map(Credential::digest).map(Digest::text),
        client.previousSecret().flatMap(Credential::expiresAt),
        client.previousToken().map(Credential::digest).map(Digest::text),
        client.previousToken().flatMap(Credential::expiresAt),
        client.lastUsedAt(),
        client.review().of(),
        client.review().at(),
        client.review().reason());
  }
}
