package io.roster.core.lifecycle;

import io.roster.core.client.ClientId;
import io.roster.core.store.LifeCycleStore;
import io.roster.core.store.StoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which clients were used until someone writes it down, so that no use waits for a write.
 * What a crash loses is at most what was noted since; whoever had a part in it holds a grant, which
 * keeps the client anyway.
 */
public final class Uses {
  private static final int MOST = 100_000;
  private static final int BATCH = 200;

  private final LifeCycleStore store;
  private final InstantSource clock;
  private final Map<ClientId, Instant> noted = new ConcurrentHashMap<>();

  public Uses(LifeCycleStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Notes that a client is used now: an authorization, a token or a refresh. */
  public void note(ClientId id) {
    // No database for long enough to get here, and no memory for more.
    if (noted.size() < MOST) {
      noted.put(id, clock.instant());
    }
  }

  /** Writes down what was noted; what can't be written stays noted. */
  public void write() {
    var batch = new HashMap<ClientId, Instant>();
    for (var use : noted.entrySet()) {
      batch.put(use.getKey(), use.getValue());
      if (batch.size() == BATCH) {
        write(batch);
        batch.clear();
      }
    }
    write(batch);
  }

  private void write(Map<ClientId, Instant> batch) throws StoreUnavailableException {
    if (!batch.isEmpty()) {
      store.noteUses(batch);
      batch.forEach(noted::remove);
    }
  }
}
