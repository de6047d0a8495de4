package io.roster.store.account;

import java.time.Instant;
import java.util.Set;

/** A person who can sign in. Names that differ only in the case of ASCII letters are the same. */
public record User(String name, String passwordHash, Set<String> roles, Instant createdAt) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_HASH = 1000;

  public User {
    roles = Set.copyOf(roles);
    if (!isValidName(name)) {
      throw new IllegalArgumentException("a user's name has 1 to 100 visible characters");
    }
    if (passwordHash.isEmpty() || passwordHash.length() > LONGEST_HASH) {
      throw new IllegalArgumentException("a password's hash has 1 to 1000 characters");
    }
    if (!roles.stream().allMatch(User::isValidRole)) {
      throw new IllegalArgumentException("a role is a word of lower-case letters and dashes");
    }
  }

  /** Instead of a hash: no password is right. An older server that compares with it refuses too. */
  public static String noPassword() {
    return "{bcrypt}none";
  }

  public boolean hasPassword() {
    return !passwordHash.equals(noPassword());
  }

  /** Whether a text could be the name of a user at all. */
  public static boolean isValidName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.codePoints().noneMatch(User::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isValidRole(String role) {
    return role.matches("[a-z][a-z0-9-]{0,49}");
  }

  @Override
  public String toString() {
    return "User[" + name + ", roles " + roles + "]";
  }
}
