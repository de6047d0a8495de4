package io.roster.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.client.ClientId;
import io.roster.core.consent.Consent;
import io.roster.core.credential.Digest;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import io.roster.core.metadata.Scope;
import io.roster.http.JacksonJson;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.consent.JdbcConsentStore;
import io.roster.store.grant.JdbcGrantStore;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of users does, whatever database it is in. */
abstract class UserStoreContract {
  private static final ClientId APP = new ClientId("app");
  private static final String ISSUER = "https://id.example";
  private static final List<String> TRACES =
      List.of("identity", "session", "consent", "grant", "code");

  private Database database;
  private UserStore users;

  /** Opens a database that nobody has used. */
  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
    users = new JdbcUserStore(database, new JacksonJson());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewUserIsFoundAsInserted() {
    var zoe = new User("zoë@example", "{bcrypt}$2a$hash", Set.of("admin", "user"), Clients.NOON);

    assertThat(users.insert(zoe)).isTrue();

    assertThat(users.find("zoë@example")).contains(zoe);
    assertThat(users.find("zoe@example")).isEmpty();
  }

  @Test
  void namesThatDifferInTheCaseOfAsciiLettersAreTheSame() {
    users.insert(someUser("Alice"));

    assertThat(users.insert(someUser("aLICE"))).isFalse();

    assertThat(users.find("alice")).contains(someUser("Alice"));
  }

  @Test
  void pagesListEveryUserOnceWhateverTheCase() {
    List.of("carol", "Bob", "alice", "Dave").forEach(name -> users.insert(someUser(name)));

    var first = users.firstPage(2);
    var second = users.pageAfter("bob", 10);

    assertThat(first).extracting(User::name).containsExactly("alice", "Bob");
    assertThat(second).extracting(User::name).containsExactly("carol", "Dave");
    assertThatThrownBy(() -> users.firstPage(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPasswordIsReplacedForOneUser() {
    users.insert(someUser("alice"));
    users.insert(someUser("bob"));

    assertThat(users.replacePassword("ALICE", "{bcrypt}next")).isTrue();

    assertThat(users.find("alice").orElseThrow().passwordHash()).isEqualTo("{bcrypt}next");
    assertThat(users.find("bob")).contains(someUser("bob"));
    assertThat(users.replacePassword("carol", "{bcrypt}next")).isFalse();
  }

  @Test
  void thoseWithRolesAreListedApart() {
    users.insert(someUser("alice"));
    users.insert(new User("Bob", "{bcrypt}hash", Set.of("admin", "user"), Clients.NOON));
    users.insert(someUser("carol"));

    assertThat(users.withRolesAfter("", 10)).extracting(User::name).containsExactly("Bob");
    assertThat(users.replaceRoles("CAROL", Set.of("user", "viewer"))).isTrue();
    assertThat(users.withRolesAfter("bob", 10)).extracting(User::name).containsExactly("carol");
    assertThat(users.replaceRoles("dave", Set.of("user"))).isFalse();
  }

  @Test
  void aDeletedUserIsGone() {
    users.insert(someUser("alice"));

    assertThat(users.delete("alice")).isTrue();

    assertThat(users.find("alice")).isEmpty();
    assertThat(users.delete("alice")).isFalse();
  }

  @Test
  void whoIsGivenTheNameOfADeletedUserHasNothingOfTheirs() {
    new JdbcClientStore(database, new JacksonJson()).insert(Clients.someClient("app"));
    List.of("Alice", "bob").forEach(this::leaveTraces);
    assertThat(tracesOf("Alice")).containsExactlyElementsOf(TRACES);

    assertThat(users.delete("ALICE")).isTrue();
    users.insert(someUser("Alice"));

    assertThat(tracesOf("Alice")).isEmpty();
    assertThat(tracesOf("bob")).containsExactlyElementsOf(TRACES);
  }

  private void leaveTraces(String name) {
    var identity = new Identity(ISSUER, name, name, "label", Clients.NOON, Clients.NOON);
    new JdbcIdentityStore(database, new JacksonJson()).admit(identity, someUser(name));
    new JdbcSessionStore(database)
        .insert(new Session(digest(name), name, Clients.NOON, Clients.NOON));
    var metadata = Clients.someClient("app").metadata();
    var end = Clients.NOON.plusSeconds(60);
    new JdbcConsentStore(database)
        .save(Consent.first(consentOf(name), Scope.of("read"), metadata, Clients.NOON, end));
    new JdbcGrantStore(database)
        .save(new Grant("of-" + name, APP, name, end, List.of(codeOf(name)), "{}", 1));
  }

  /** What there still is, under the name or for those who hold a cookie or a code. */
  private List<String> tracesOf(String name) {
    var traces = new ArrayList<String>();
    var identities = new JdbcIdentityStore(database, new JacksonJson());
    identities.find(ISSUER, name).ifPresent(identity -> traces.add("identity"));
    new JdbcSessionStore(database).find(digest(name)).ifPresent(session -> traces.add("session"));
    new JdbcConsentStore(database)
        .find(consentOf(name))
        .ifPresent(consent -> traces.add("consent"));
    var grants = new JdbcGrantStore(database);
    grants.ofSubject(name, 10).forEach(grant -> traces.add("grant"));
    grants.findByHandle(codeOf(name)).ifPresent(grant -> traces.add("code"));
    return traces;
  }

  private static Consent.Key consentOf(String name) {
    return new Consent.Key(APP, name, "https://mcp.example");
  }

  private static GrantHandle codeOf(String name) {
    return new GrantHandle(GrantHandle.Kind.AUTHORIZATION_CODE, digest(name));
  }

  private static Digest digest(String name) {
    return new Digest("sha256:" + name);
  }

  private static User someUser(String name) {
    return new User(name, "{bcrypt}hash", Set.of("user"), Clients.NOON);
  }
}
