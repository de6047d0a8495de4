package io.roster.core.registration;

import io.roster.core.client.Client;

/** Which revision of a client somebody means to change. */
public sealed interface Expected {
  /** Whatever it is. */
  static Expected any() {
    return new Any();
  }

  /** Whichever revision there is. */
  record Any() implements Expected {}

  /** The one that was seen. */
  record Exactly(long revision) implements Expected {}

  /** Whether this client is the one that is meant. */
  default boolean holdsFor(Client client) {
    return switch (this) {
      case Any any -> true;
      case Exactly(long revision) -> client.revision() == revision;
    };
  }
}
