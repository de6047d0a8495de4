package io.roster.server.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tombstone;
import io.roster.core.store.ClientPage;
import io.roster.core.store.ClientQuery;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InsertConditions;
import io.roster.core.store.Paging;
import io.roster.core.store.Standing;
import io.roster.core.store.StandingQuery;
import io.roster.server.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A store whose lookups are timed and whose work shows in traces. */
public final class ObservedClientStore implements ClientStore {
  private static final Duration[] BOUNDS = {
    Duration.ofNanos(50_000),
    Duration.ofNanos(200_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofSeconds(1)
  };

  private final ClientStore store;
  private final Traces traces;
  private final Timer found;
  private final Timer absent;

  public ObservedClientStore(ClientStore store, MeterRegistry registry, Traces traces) {
    this.store = store;
    this.traces = traces;
    this.found = timer("found", registry);
    this.absent = timer("absent", registry);
  }

  private static Timer timer(String outcome, MeterRegistry registry) {
    return Timer.builder("dcr.lookup")
        .description("Lookups of a client by its identifier")
        .tags("outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  @Override
  public Optional<Client> find(ClientId id) {
    long began = System.nanoTime();
    var client = traces.step("store find", () -> store.find(id));
    (client.isPresent() ? found : absent).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    return client;
  }

  @Override
  public Insertion insert(Client client, InsertConditions conditions) {
    return traces.step("store insert", () -> store.insert(client, conditions));
  }

  @Override
  public Replacement replace(Client next) {
    return traces.step("store replace", () -> store.replace(next));
  }

  @Override
  public List<Replacement> replaceAll(List<Client> next) {
    return store.replaceAll(next);
  }

  @Override
  public List<Client> alike(String of, ClientState state, Optional<Client> after, int limit) {
    return store.alike(of, state, after, limit);
  }

  @Override
  public Optional<Client> precedent(String of) {
    return store.precedent(of);
  }

  @Override
  public List<Waiting> waiting(Optional<ClientId> after, int limit) {
    return store.waiting(after, limit);
  }

  @Override
  public Optional<Client> crowding() {
    return store.crowding();
  }

  @Override
  public boolean delete(ClientId id, Ending ending, Instant now) {
    return traces.step("store delete", () -> store.delete(id, ending, now));
  }

  @Override
  public Optional<Client> findByFingerprint(String fingerprint) {
    return traces.step("store find", () -> store.findByFingerprint(fingerprint));
  }

  @Override
  public Optional<Tombstone> findTombstone(ClientId id) {
    return traces.step("store find", () -> store.findTombstone(id));
  }

  @Override
  public List<Client> firstPage(int limit) {
    return store.firstPage(limit);
  }

  @Override
  public List<Client> pageAfter(ClientId last, int limit) {
    return store.pageAfter(last, limit);
  }

  @Override
  public List<Client> firstPage(ClientState state, int limit) {
    return store.firstPage(state, limit);
  }

  @Override
  public List<Client> pageAfter(ClientState state, ClientId last, int limit) {
    return store.pageAfter(state, last, limit);
  }

  @Override
  public ClientPage search(ClientQuery query, Paging paging) {
    return store.search(query, paging);
  }

  @Override
  public void noteUses(Map<ClientId, Instant> uses) {
    store.noteUses(uses);
  }

  @Override
  public List<Standing> standings(StandingQuery query) {
    return store.standings(query);
  }

  @Override
  public List<ClientId> end(List<Standing> read, Ending ending, Instant now) {
    return store.end(read, ending, now);
  }

  @Override
  public int purgeTombstones(Instant endedBefore, int limit) {
    return store.purgeTombstones(endedBefore, limit);
  }

  @Override
  public boolean lease(Lease lease, Instant now) {
    return store.lease(lease, now);
  }
}
