package io.roster.store.client;

import io.roster.core.client.ClientId;

/** Hears of clients that were changed or deleted, so that nobody goes on with what they were. */
@FunctionalInterface
public interface ClientChanges {
  /** Nobody wants to know. */
  ClientChanges UNHEARD = id -> {};

  /** This client isn't what it was; called after the change is durable. */
  void changed(ClientId id);
}
