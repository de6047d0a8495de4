package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Review;
import io.roster.core.credential.Credential;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.InsertConditions;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Column;
import io.roster.store.sql.Mergeable;
import io.roster.store.sql.Merger;
import io.roster.store.sql.Sql;
import io.roster.store.sql.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inserts a client on no condition, so that one statement can insert many. */
record PlainInsert(ClientInsert insert) implements Mergeable<Insertion> {
  private static final Merger<Insertion> MERGER = PlainInsert::runAll;

  static boolean suits(Client client, InsertConditions conditions) {
    return isMet(client, conditions)
        && client.revision() == 1
        && client.lastUsedAt().isEmpty()
        && client.review().equals(Review.NONE)
        && client.previousSecret().isEmpty()
        && client.previousToken().isEmpty();
  }

  /** Whether there is nothing to look at first: the queue is full only for those who wait. */
  private static boolean isMet(Client client, InsertConditions conditions) {
    return conditions.spends().isEmpty()
        && conditions.quota() == 0
        && conditions.fingerprint().isEmpty()
        && (conditions.mostPending() == 0 || client.state() != ClientState.PENDING);
  }

  @Override
  public Insertion run(Sql sql) throws SQLException {
    return insert.run(sql);
  }

  @Override
  public Merger<Insertion> merger() {
    return MERGER;
  }

  private static List<Insertion> runAll(List<? extends Work<Insertion>> works, Sql sql)
      throws SQLException {
    var inserts = works.stream().map(work -> ((PlainInsert) work).insert()).toList();
    var inserted = insertAll(inserts, sql);
    AuditWriter.insertAll(
        inserts.stream()
            .filter(insert -> inserted.contains(insert.client().id().value()))
            .flatMap(insert -> insert.audited().stream())
            .map(ClientInsert.Entries::registered)
            .toList(),
        sql);
    var results = new ArrayList<Insertion>(inserts.size());
    for (var insert : inserts) {
      boolean done = inserted.remove(insert.client().id().value());
      results.add(done ? Insertion.INSERTED : insert.conflict(sql));
    }
    return results;
  }

  private static Set<String> insertAll(List<ClientInsert> inserts, Sql sql) throws SQLException {
    var clients = inserts.stream().map(ClientInsert::client).toList();
    return new HashSet<>(
        sql.list(
            PostgresText.INSERT,
            row -> row.text(1),
            Column.texts(clients, client -> Optional.of(client.id().value())),
            Column.texts(inserts, insert -> Optional.of(insert.metadata())),
            Column.texts(clients, client -> client.secret().map(s -> s.digest().text())),
            Column.instants(clients, client -> client.secret().flatMap(Credential::expiresAt)),
            Column.texts(
                clients, client -> Optional.of(client.registrationToken().digest().text())),
            Column.instants(clients, client -> client.registrationToken().expiresAt()),
            Column.instants(clients, client -> Optional.of(client.issuedAt())),
            Column.texts(clients, client -> Optional.of(client.origin().tier().wireName())),
            Column.texts(clients, client -> client.origin().initialToken()),
            Column.texts(clients, client -> client.origin().statementIssuer()),
            Column.texts(clients, client -> Optional.of(client.state().wireName()))));
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String INSERT =
        """
        INSERT INTO clients (client_id, metadata, secret_digest, secret_expires_at,
          token_digest, token_expires_at, issued_at, revision,
          tier, initial_token, statement_issuer, state)
        SELECT client_id, metadata, secret_digest, secret_expires_at,
          token_digest, token_expires_at, issued_at, 1,
          tier, initial_token, statement_issuer, state
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS one (client_id, metadata,
          secret_digest, secret_expires_at, token_digest, token_expires_at, issued_at,
          tier, initial_token, statement_issuer, state)
        ON CONFLICT DO NOTHING
        RETURNING client_id
        """;
  }
}
