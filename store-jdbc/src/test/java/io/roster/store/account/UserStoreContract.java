package io.roster.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.http.JacksonJson;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of users does, whatever database it is in. */
abstract class UserStoreContract {
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

  private static User someUser(String name) {
    return new User(name, "{bcrypt}hash", Set.of("user"), Clients.NOON);
  }
}
