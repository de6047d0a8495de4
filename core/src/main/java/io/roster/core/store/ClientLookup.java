package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import java.util.List;
import java.util.Optional;

/**
 * Finds registered clients. Throws {@link StoreUnavailableException} when the store can't answer.
 */
public interface ClientLookup {
  Optional<Client> find(ClientId id);

  /** Returns the first {@code limit} clients in the order of their identifiers, oldest first. */
  List<Client> firstPage(int limit);

  /** Returns the next {@code limit} clients after the last one of a page. */
  List<Client> pageAfter(ClientId last, int limit);

  /** As {@link #firstPage(int)}, of the clients in one state. */
  List<Client> firstPage(ClientState state, int limit);

  /** As {@link #pageAfter(ClientId, int)}, of the clients in one state. */
  List<Client> pageAfter(ClientState state, ClientId last, int limit);
}
