package io.roster.spring.token;

import io.roster.store.key.SigningKeyStore;
import io.roster.store.key.StoredKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps signing keys until the process ends; tokens don't outlive it. */
public final class InMemorySigningKeyStore implements SigningKeyStore {
  private final List<StoredKey> newestFirst = new ArrayList<>();

  public InMemorySigningKeyStore() {}

  @Override
  public synchronized boolean insert(StoredKey key) {
    boolean isNew = newestFirst.stream().noneMatch(old -> old.kid().equals(key.kid()));
    if (isNew) {
      newestFirst.addFirst(key);
    }
    return isNew;
  }

  @Override
  public synchronized List<StoredKey> all() {
    return newestFirst.stream().limit(MOST).toList();
  }

  @Override
  public synchronized boolean retire(String kid, Instant at) {
    for (int i = 0; i < newestFirst.size(); i++) {
      var key = newestFirst.get(i);
      if (key.kid().equals(kid) && key.retiredAt().isEmpty()) {
        newestFirst.set(i, new StoredKey(kid, key.privateJwk(), key.createdAt(), Optional.of(at)));
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized int deleteRetiredBefore(Instant end) {
    int before = newestFirst.size();
    newestFirst.removeIf(key -> key.retiredAt().filter(at -> at.isBefore(end)).isPresent());
    return before - newestFirst.size();
  }
}
