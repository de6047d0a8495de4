package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.store.ClientStore;
import io.roster.core.store.StoreUnavailableException;
import java.util.Optional;

/** What only an administrator may do with a client; no registration token opens any of it. */
public final class Administration {
  private static final int ATTEMPTS = 16;

  private final ClientStore clients;
  private final ClientEvents events;

  public Administration(ClientStore clients, ClientEvents events) {
    this.clients = clients;
    this.events = events;
  }

  /** Puts a client into a state; returns it as it is now, or nothing when there is none. */
  public Optional<Client> decide(ClientId id, ClientState state) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var current = clients.find(id);
      if (current.isEmpty() || current.get().state() == state) {
        return current;
      }
      var next = current.get().decided(state);
      switch (clients.replace(next)) {
        case REPLACED -> {
          events.publish(new ClientEvent.Decided(current.get(), next));
          return Optional.of(next);
        }
        case GONE -> {
          return Optional.empty();
        }
        case STALE -> {
          // Someone else changed the client; the decision is about the client as it is now.
        }
      }
    }
    throw new StoreUnavailableException("the client is changed too often; try again");
  }

  /** Deletes a client with its grants and tokens; false when there was none. */
  public boolean delete(ClientId id) {
    boolean deleted = clients.delete(id);
    if (deleted) {
      events.publish(new ClientEvent.Deleted(id));
    }
    return deleted;
  }
}
