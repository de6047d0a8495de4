package io.roster.server.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What an administrator may do; each role may do what those before it may. */
public enum Role {
  /** Looks at everything and changes nothing. */
  VIEWER,
  /** Decides on clients and hands out initial access tokens. */
  OPERATOR,
  /** Decides who else administers, and who may sign in. */
  ADMIN;

  /** The role as the wire, the database and the command line spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }

  /** The highest of the roles among these words; a user who has none administers nothing. */
  public static Optional<Role> highest(Collection<String> words) {
    return words.stream()
        .map(Role::of)
        .flatMap(Optional::stream)
        .max(Comparator.<Role>naturalOrder());
  }

  /** Whether who has this role may do what is for the other one. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The less powerful of both. */
  public Role atMost(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
