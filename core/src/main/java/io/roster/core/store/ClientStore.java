package io.roster.core.store;

import io.roster.core.client.Client;
import java.util.List;
import java.util.Optional;

/**
 * Where registered clients live. Implementations are thread-safe, tell identifiers apart by case,
 * and pass ClientStoreContract. A write is durable, as far as the store is, when its call returns;
 * one that fails with {@link StoreUnavailableException} has changed nothing.
 */
public interface ClientStore extends ClientLookup, ClientSearch, LifeCycleStore, ReviewStore {
  /** Adds a new client, or says that its identifier is taken. */
  default Insertion insert(Client client) {
    return insert(client, InsertConditions.NONE);
  }

  /** Adds a new client if the conditions hold; they are checked and met in the same step. */
  Insertion insert(Client client, InsertConditions conditions);

  /** Finds the client that was inserted with this fingerprint. */
  Optional<Client> findByFingerprint(String fingerprint);

  /** Replaces the revision before {@code next}; loses if someone else already did. */
  Replacement replace(Client next);

  /** Replaces each as {@link #replace} does, all in one step; what came of each, in their order. */
  List<Replacement> replaceAll(List<Client> next);

  /** What came of an insert. */
  enum Insertion {
    INSERTED,
    ID_TAKEN,
    /** The initial access token is used up, expired, revoked or gone. */
    TOKEN_SPENT,
    /** There are as many clients of this tier as there may be. */
    QUOTA_REACHED,
    /** Another client was inserted with this fingerprint and is still there. */
    FINGERPRINT_TAKEN,
    /** The client would have to wait for an approval, and as many wait as may. */
    QUEUE_FULL
  }

  /** What came of a replace. */
  enum Replacement {
    REPLACED,
    STALE,
    GONE
  }
}
