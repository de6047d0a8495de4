package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.lifecycle.LifeCycle;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.InsertConditions;
import io.roster.core.store.Standing;
import io.roster.core.store.StandingQuery;
import io.roster.core.store.UseClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Puts new clients into the store, and makes room for them where a tier is full. */
public final class Insertions {
  private static final int EVICTIONS = 8;

  private final LifeCycle lifeCycle;
  private final ClientStore clients;
  private final InstantSource clock;
  private final ClientEvents events;

  public Insertions(
      RegistrationSettings settings,
      ClientStore clients,
      InstantSource clock,
      ClientEvents events) {
    this.lifeCycle = new LifeCycle(settings);
    this.clients = clients;
    this.clock = clock;
    this.events = events;
  }

  /** A full tier makes room for a new client by the one that was never used for longest. */
  public Insertion insert(Client client, InsertConditions conditions) {
    var insertion = clients.insert(client, conditions);
    for (int i = 0; i < EVICTIONS && makesRoom(insertion, client); i++) {
      insertion = clients.insert(client, conditions);
    }
    return insertion;
  }

  private boolean makesRoom(Insertion refused, Client client) {
    return switch (refused) {
      case QUOTA_REACHED -> evictOne(client.origin().tier());
      case QUEUE_FULL -> evictWaiting();
      case INSERTED, ID_TAKEN, TOKEN_SPENT, FINGERPRINT_TAKEN -> false;
    };
  }

  /** Whoever floods the queue with one application only pushes out that one. */
  private boolean evictWaiting() {
    var now = clock.instant();
    return evict(
        clients.crowding().map(Insertions::standing).filter(one -> lifeCycle.mayMakeRoom(one, now)),
        now);
  }

  private static Standing standing(Client client) {
    return new Standing(
        client.id(),
        client.origin().tier(),
        client.state(),
        client.issuedAt(),
        client.lastUsedAt(),
        false);
  }

  private boolean evictOne(Tier tier) {
    var now = clock.instant();
    var query = new StandingQuery(tier, UseClock.NEVER_USED, now, Optional.empty(), EVICTIONS, now);
    var oldest =
        clients.standings(query).stream()
            .filter(one -> lifeCycle.mayMakeRoom(one, now))
            .findFirst();
    return evict(oldest, now);
  }

  private boolean evict(Optional<Standing> oldest, Instant now) {
    var evicted = clients.end(oldest.stream().toList(), Ending.EVICTED, now);
    if (!evicted.isEmpty()) {
      events.publish(new ClientEvent.Purged(evicted, Ending.EVICTED));
    }
    // One that somebody else evicted has made room too.
    return oldest.isPresent();
  }
}
