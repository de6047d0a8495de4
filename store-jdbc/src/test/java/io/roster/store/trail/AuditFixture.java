package io.roster.store.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.audit.Actor;
import io.roster.core.client.Client;
import io.roster.core.store.ClientStore;
import io.roster.http.JacksonJson;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditQuery;
import io.roster.store.audit.AuditSettings;
import io.roster.store.audit.AuditTrail;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Sealer;
import io.roster.store.audit.Verification;
import io.roster.store.audit.Verifier;
import io.roster.store.client.ClientChanges;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import io.roster.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An audit trail on a database of its own. */
abstract class AuditFixture {
  protected static final JacksonJson JSON = new JacksonJson();
  protected static final Actor ALICE = Actor.administrator("alice", "192.0.2.7");
  protected static final AuditSettings KEPT_A_DAY =
      new AuditSettings(true, true, true, Duration.ofDays(1), Optional.empty());

  protected final SettableClock clock = SettableClock.atNoon();
  protected Database database;
  protected ClientStore clients;
  protected AuditTrail trail;
  protected Sealer sealer;

  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
    use(KEPT_A_DAY);
  }

  protected final void use(AuditSettings settings) {
    var writer = new AuditWriter(settings, clock, JSON);
    clients = new JdbcClientStore(database, JSON, writer, ClientChanges.UNHEARD);
    trail = new AuditTrail(database);
    sealer = new Sealer(database, writer, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private int filled;

  /** So many entries under a seal of their own. */
  protected void fill(int entries) {
    for (int i = 0; i < entries; i++) {
      insert(Clients.someClient("filled-" + ++filled));
    }
    assertThat(sealer.seal()).isEqualTo(entries);
  }

  protected void insert(Client client) {
    assertThat(clients.insert(client)).isEqualTo(ClientStore.Insertion.INSERTED);
  }

  protected void replace(Client next) {
    var ignored = clients.replace(next);
  }

  protected void tamper(String statement) {
    int changed = database.write(sql -> sql.update(statement));
    assertThat(changed).isPositive();
  }

  protected Verification verified() {
    return new Verifier(database, KEPT_A_DAY, JSON).verify(0, 1000);
  }

  protected List<AuditEntry> all() {
    return trail.page(AuditQuery.all(1000)).stream().map(AuditTrail.Numbered::entry).toList();
  }

  protected static Instant noon() {
    return Clients.NOON;
  }
}
