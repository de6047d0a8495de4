package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tombstone;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.json.JsonCodec;
import io.roster.core.store.ClientPage;
import io.roster.core.store.ClientQuery;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InsertConditions;
import io.roster.core.store.Paging;
import io.roster.core.store.Standing;
import io.roster.core.store.StandingQuery;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Occasion;
import io.roster.store.client.ClientInsert.Entries;
import io.roster.store.sql.Database;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clients in a database, the metadata of each as one JSON text. */
public final class JdbcClientStore implements ClientStore {
  private final Database database;
  private final ClientRow row;
  private final TombstoneRows tombstones;
  private final ReviewRows reviews;
  private final AuditWriter audit;
  private final ClientChanges changes;

  /** Keeps clients, and an entry of every decision on them. */
  public JdbcClientStore(Database database, JsonCodec json) {
    this(database, json, AuditWriter.standard(json), ClientChanges.UNHEARD);
  }

  /** Keeps of the decisions on clients what {@code audit} says, and tells of each change. */
  public JdbcClientStore(
      Database database, JsonCodec json, AuditWriter audit, ClientChanges changes) {
    this.audit = audit;
    this.database = database;
    this.changes = changes;
    this.row = new ClientRow(json);
    this.tombstones = new TombstoneRows(row);
    this.reviews = new ReviewRows(row);
  }

  static final String FIND =
      ClientRow.Parts.SELECT
          + """
      WHERE client_id = ?
      """;

  @Override
  public Optional<Client> find(ClientId id) {
    return database.read(sql -> sql.first(FIND, row::read, id.value()));
  }

  private static final String PAGE =
      ClientRow.Parts.SELECT
          + """
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
      ClientRow.Parts.SELECT
          + """
      WHERE state = 'active' AND client_id > ?
      ORDER BY client_id
      LIMIT ?
      """;

  // The index on states leaves out the active, who are nearly all.
  private static final String PAGE_OF_OTHERS =
      ClientRow.Parts.SELECT
          + """
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

  @Override
  public ClientPage search(ClientQuery query, Paging paging) {
    return database.read(new SearchRows(row, query, paging)::read);
  }

  private static final String FIND_BY_FINGERPRINT =
      ClientRow.Parts.SELECT
          + """
      WHERE fingerprint = ?
      """;

  @Override
  public Optional<Client> findByFingerprint(String fingerprint) {
    return database.read(sql -> sql.first(FIND_BY_FINGERPRINT, row::read, fingerprint));
  }

  @Override
  public Insertion insert(Client client, InsertConditions conditions) {
    var metadata = row.metadata(client);
    var audited = audit.isOn() ? Optional.of(entries(client, metadata)) : Optional.<Entries>empty();
    var insert = new ClientInsert(client, metadata, conditions, audited);
    return database.write(PlainInsert.suits(client, conditions) ? new PlainInsert(insert) : insert);
  }

  private Entries entries(Client client, String metadata) {
    var occasion = audit.now();
    var registered = occasion.registered(client, metadata);
    boolean waits = client.state() == ClientState.PENDING;
    return new Entries(registered, waits ? occasion.held(client, metadata) : registered);
  }

  private static final String REPLACE =
      """
      UPDATE clients
      SET metadata = ?, secret_digest = ?, secret_expires_at = ?,
        token_digest = ?, token_expires_at = ?, issued_at = ?, revision = ?,
        tier = ?, statement_issuer = ?, state = ?,
        previous_secret_digest = ?, previous_secret_expires_at = ?,
        previous_token_digest = ?, previous_token_expires_at = ?,
        review_of = ?, reviewed_at = ?, review_reason = ?
      WHERE client_id = ? AND revision = ?
      """;

  private static final String EXISTS = "SELECT 1 FROM clients WHERE client_id = ?";

  @Override
  public Replacement replace(Client next) {
    var metadata = row.metadata(next);
    var occasion = audit.now();
    var outcome = database.write(sql -> replace(next, metadata, occasion, sql));
    changes.changed(next.id());
    return outcome;
  }

  private Replacement replace(Client next, String metadata, Occasion occasion, Sql sql)
      throws SQLException {
    var before =
        audit.isOn() ? sql.first(FIND, row::read, next.id().value()) : Optional.<Client>empty();
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
            next.previousSecret().map(Credential::digest).map(Digest::text),
            next.previousSecret().flatMap(Credential::expiresAt),
            next.previousToken().map(Credential::digest).map(Digest::text),
            next.previousToken().flatMap(Credential::expiresAt),
            next.review().of(),
            next.review().at(),
            next.review().reason(),
            next.id().value(),
            next.revision() - 1);
    if (replaced == 1) {
      if (before.isPresent()) {
        var old = row.metadata(before.get());
        var entry = occasion.changed(before.get(), old, next, metadata);
        if (entry.isPresent()) {
          AuditWriter.insert(entry.get(), sql);
        }
      }
      return Replacement.REPLACED;
    }
    boolean exists = sql.first(EXISTS, row -> true, next.id().value()).isPresent();
    return exists ? Replacement.STALE : Replacement.GONE;
  }

  @Override
  public List<Replacement> replaceAll(List<Client> next) {
    if (next.isEmpty()) {
      return List.of();
    }
    var occasion = audit.now();
    var outcomes =
        database.write(
            sql -> {
              var each = new ArrayList<Replacement>();
              for (var client : next) {
                each.add(replace(client, row.metadata(client), occasion, sql));
              }
              return each;
            });
    next.forEach(client -> changes.changed(client.id()));
    return outcomes;
  }

  @Override
  public List<Client> alike(String of, ClientState state, Optional<Client> after, int limit) {
    return database.read(sql -> reviews.alike(of, state, after, limit, sql));
  }

  @Override
  public Optional<Client> precedent(String of) {
    return database.read(sql -> reviews.precedent(of, sql));
  }

  @Override
  public List<Waiting> waiting(Optional<ClientId> after, int limit) {
    return database.read(sql -> reviews.waiting(after, limit, sql));
  }

  @Override
  public Optional<Client> crowding() {
    return database.read(reviews::crowding);
  }

  @Override
  public boolean delete(ClientId id, Ending ending, Instant now) {
    var record = burials();
    boolean deleted = database.write(sql -> Burial.bury(id, ending, now, record, sql));
    changes.changed(id);
    return deleted;
  }

  @Override
  public void noteUses(Map<ClientId, Instant> uses) {
    database.write(new UseNotes(uses));
  }

  @Override
  public List<Standing> standings(StandingQuery query) {
    return database.read(sql -> StandingRows.list(query, sql));
  }

  @Override
  public List<ClientId> end(List<Standing> read, Ending ending, Instant now) {
    if (read.isEmpty()) {
      return List.of();
    }
    var ended = database.write(new Burial(read, ending, now, burials()));
    ended.forEach(changes::changed);
    return ended;
  }

  private BurialRecord burials() {
    return new BurialRecord(row, audit.now());
  }

  @Override
  public Optional<Tombstone> findTombstone(ClientId id) {
    return database.read(sql -> tombstones.find(id, sql));
  }

  @Override
  public int purgeTombstones(Instant endedBefore, int limit) {
    return database.write(sql -> TombstoneRows.purge(endedBefore, limit, sql));
  }

  private static final String LEASE =
      """
      INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
      WHERE leases.holder = excluded.holder OR leases.until <= ? OR leases.until > ?
      """;

  @Override
  public boolean lease(Lease lease, Instant now) {
    // One that ends so late was taken by a clock that went wrong.
    var nonsense = lease.until().plus(Duration.ofHours(1));
    return database.write(
            sql -> sql.update(LEASE, lease.name(), lease.holder(), lease.until(), now, nonsense))
        == 1;
  }
}
