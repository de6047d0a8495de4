package io.roster.server.account;

/**
 * Who administers.
 *
 * @param name the administrator's, or {@link #LOCAL}
 * @param means what was shown: "password", "local", or the name of an API token
 */
public record Principal(String name, String means, Role role) {
  /** Who can read the file in the data directory; no user's name has a space. */
  public static final Principal LOCAL = new Principal("this machine", "local", Role.ADMIN);
}
