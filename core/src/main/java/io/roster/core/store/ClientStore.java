package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;

/**
 * Where registered clients live. Implementations are thread-safe, tell identifiers apart by case,
 * and pass ClientStoreContract. A write is durable, as far as the store is, when its call returns;
 * one that fails with {@link StoreUnavailableException} has changed nothing.
 */
public interface ClientStore extends ClientLookup {
  /** Adds a new client, or says that its identifier is taken. */
  Insertion insert(Client client);

  /** Replaces the revision before {@code next}; loses if someone else already did. */
  Replacement replace(Client next);

  /** Deletes the client and all its grants; false when there was none. */
  boolean delete(ClientId id);

  /** What came of an insert. */
  enum Insertion {
    INSERTED,
    ID_TAKEN
  }

  /** What came of a replace. */
  enum Replacement {
    REPLACED,
    STALE,
    GONE
  }
}
