package io.roster.store.key;

import java.time.Instant;
import java.util.List;

/**
 * Where the keys the server signs with are kept. Implementations are thread-safe and throw
 * StoreUnavailableException when the store can't answer.
 */
public interface SigningKeyStore {
  /** How many keys are ever returned. */
  int MOST = 64;

  /** Adds a key; false when there is one of its kid. */
  boolean insert(StoredKey key);

  /** Returns the newest {@link #MOST} keys, retired ones too, the newest first. */
  List<StoredKey> all();

  /** Marks a key as no longer used for signing; false when there is none or it was already. */
  boolean retire(String kid, Instant at);

  /** Deletes the keys that were retired before this; returns how many. */
  int deleteRetiredBefore(Instant end);
}
