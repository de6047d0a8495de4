package io.roster.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.testkit.Clients;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserTest {
  @Test
  void doesNotPrintTheHash() {
    var user = new User("alice", "{bcrypt}hash", Set.of("admin"), Clients.NOON);

    assertThat(user).asString().contains("alice").doesNotContain("hash");
  }

  @Test
  void aNameHasNothingInvisibleInIt() {
    for (var name :
        List.of("", " ", "a b", "a\u0000", "a\n", "a\u200b", "\u00a0", "a".repeat(101))) {
      assertThat(User.isValidName(name)).as(name).isFalse();
      assertThatThrownBy(() -> new User(name, "{bcrypt}hash", Set.of(), Clients.NOON))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aNameMayBeOfAnyScriptOrAnAddress() {
    assertThat(List.of("alice", "alice@example.com", "Zoë", "太郎", "a".repeat(100)))
        .allMatch(User::isValidName);
  }

  @Test
  void aRoleIsAPlainWord() {
    for (var role : List.of("", "Admin", "ROLE_ADMIN", "a,b", "a".repeat(51))) {
      assertThatThrownBy(() -> new User("alice", "{bcrypt}hash", Set.of(role), Clients.NOON))
          .as(role)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
