package io.roster.store.account;

import static io.roster.store.account.IdentityStore.Admittance.ADMITTED;
import static io.roster.store.account.IdentityStore.Admittance.KNOWN;
import static io.roster.store.account.IdentityStore.Admittance.NAME_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.http.JacksonJson;
import io.roster.store.account.IdentityStore.Admittance;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of identities promises. */
abstract class IdentityStoreContract {
  private static final Instant NOON = Clients.NOON;
  private static final String ISSUER = "https://id.example";

  private Database database;
  private IdentityStore identities;
  private UserStore users;

  /** A database without identities, the only one in use at that time. */
  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
    identities = new JdbcIdentityStore(database, new JacksonJson());
    users = new JdbcUserStore(database, new JacksonJson());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anIdentityComesWithItsUser() {
    var identity = identity("s", "example:s");

    assertThat(identities.find(ISSUER, "s")).isEmpty();
    assertThat(admit(identity)).isEqualTo(ADMITTED);

    assertThat(identities.find(ISSUER, "s")).contains(identity);
    assertThat(users.find("example:s")).map(User::hasPassword).contains(false);
  }

  @Test
  void issuerAndSubjectAreTakenAsTheyAreWritten() {
    admit(identity("s", "example:s"));

    assertThat(identities.find(ISSUER, "S")).isEmpty();
    assertThat(identities.find(ISSUER + "/", "s")).isEmpty();
    assertThat(identities.find("https://other.example", "s")).isEmpty();
    assertThat(admit(identity("S", "example:other"))).isEqualTo(ADMITTED);
  }

  @Test
  void aUserWhoIsThereIsNeverGivenAway() {
    users.insert(new User("Alice", "{bcrypt}x", Set.of("admin"), NOON));

    assertThat(admit(identity("s", "alice"))).isEqualTo(NAME_TAKEN);

    assertThat(identities.find(ISSUER, "s")).isEmpty();
    assertThat(users.find("alice")).map(User::passwordHash).contains("{bcrypt}x");
  }

  @Test
  void ofManyWhoComeForTheFirstTimeAtOnceOneIsAdmitted() throws Exception {
    Callable<Admittance> attempt = () -> admit(identity("s", "example:s"));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes = threads.invokeAll(Collections.nCopies(8, attempt));

      assertThat(outcomes).extracting(outcome -> outcome.get()).containsOnlyOnce(ADMITTED);
      assertThat(outcomes)
          .extracting(outcome -> outcome.get())
          .filteredOn(KNOWN::equals)
          .hasSize(7);
    }
  }

  @Test
  void aReturnIsNoted() {
    admit(identity("s", "example:s"));

    identities.use(ISSUER, "s", "new name", NOON.plusSeconds(5));
    identities.use(ISSUER, "unknown", "x", NOON);

    var found = identities.find(ISSUER, "s").orElseThrow();
    assertThat(found.label()).isEqualTo("new name");
    assertThat(found.usedAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(found.createdAt()).isEqualTo(NOON);
  }

  @Test
  void anIdentityGoesWithItsUser() {
    admit(identity("s", "example:s"));
    admit(identity("t", "example:t"));

    assertThat(users.delete("EXAMPLE:s")).isTrue();

    assertThat(identities.find(ISSUER, "s")).isEmpty();
    assertThat(identities.find(ISSUER, "t")).isPresent();
  }

  private Admittance admit(Identity identity) {
    var user = new User(identity.userName(), User.noPassword(), Set.of("user"), NOON);
    return identities.admit(identity, user);
  }

  private static Identity identity(String subject, String userName) {
    return new Identity(ISSUER, subject, userName, "somebody@example.com", NOON, NOON);
  }
}
