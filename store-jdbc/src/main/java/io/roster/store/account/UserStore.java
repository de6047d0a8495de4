package io.roster.store.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the people who can sign in are kept. Implementations are thread-safe and throw
 * StoreUnavailableException when the store can't answer.
 */
public interface UserStore {
  /** Adds a user; false when the name is taken. */
  boolean insert(User user);

  Optional<User> find(String name);

  /** Returns the first {@code limit} users in the order of their names. */
  List<User> firstPage(int limit);

  /** Returns the next {@code limit} users after the last one of a page. */
  List<User> pageAfter(String lastName, int limit);

  /** Returns the next {@code limit} users with another role than "user"; after "" the first. */
  List<User> withRolesAfter(String lastName, int limit);

  /** Gives a user other roles; false when there is no such user. */
  boolean replaceRoles(String name, Set<String> roles);

  /** Gives a user another password; false when there is no such user. */
  boolean replacePassword(String name, String passwordHash);

  /**
   * Deletes a user, and in the same step their sessions, identities, consents and grants, so that
   * nobody who is given the name later has them; false when there was none.
   */
  boolean delete(String name);
}
