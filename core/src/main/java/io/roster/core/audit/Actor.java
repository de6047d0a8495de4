package io.roster.core.audit;

import java.util.Optional;

/**
 * Who decides, from where and through which door.
 *
 * @param name {@code client}, {@code server}, or {@code administrator:} and a name
 * @param address where the call came from, if from anywhere
 * @param door the way in: {@code registration}, {@code configuration}, {@code admin} and so on
 * @param request the identifier that the caller was told for this call
 */
public record Actor(String name, Optional<String> address, String door, Optional<String> request) {
  /** The server itself, on nobody's behalf. */
  public static final Actor SERVER =
      new Actor("server", Optional.empty(), "internal", Optional.empty());

  /** What the name of an administrator begins with. */
  public static final String ADMINISTRATOR = "administrator:";

  /** A client that speaks for itself. */
  public static Actor client(String address, String door) {
    return new Actor("client", Optional.of(address), door, Optional.empty());
  }

  /** An administrator of this name. */
  public static Actor administrator(String name, String address) {
    return new Actor(ADMINISTRATOR + name, Optional.of(address), "admin", Optional.empty());
  }

  /** The server at a task of its own. */
  public static Actor server(String task) {
    return new Actor("server", Optional.empty(), task, Optional.empty());
  }

  /** The same actor, in this call. */
  public Actor in(Optional<String> call) {
    return new Actor(name, address, door, call);
  }
}
