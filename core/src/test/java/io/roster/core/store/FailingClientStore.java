package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that fails at the step a test names, and works at all others. */
public final class FailingClientStore implements ClientStore {
  /** The steps at which a store can fail. */
  public enum Step {
    FIND,
    INSERT,
    REPLACE,
    DELETE,
    NONE
  }

  private final InMemoryClientStore store = new InMemoryClientStore();
  private Step failing = Step.NONE;

  public void failAt(Step step) {
    failing = step;
  }

  /** What the store holds, whether or not it would tell now. */
  public List<Client> everything() {
    return store.firstPage(Integer.MAX_VALUE);
  }

  @Override
  public Optional<Client> find(ClientId id) {
    pass(Step.FIND);
    return store.find(id);
  }

  @Override
  public List<Client> firstPage(int limit) {
    pass(Step.FIND);
    return store.firstPage(limit);
  }

  @Override
  public List<Client> pageAfter(ClientId last, int limit) {
    pass(Step.FIND);
    return store.pageAfter(last, limit);
  }

  @Override
  public List<Client> firstPage(ClientState state, int limit) {
    pass(Step.FIND);
    return store.firstPage(state, limit);
  }

  @Override
  public List<Client> pageAfter(ClientState state, ClientId last, int limit) {
    pass(Step.FIND);
    return store.pageAfter(state, last, limit);
  }

  @Override
  public ClientPage search(ClientQuery query, Paging paging) {
    return store.search(query, paging);
  }

  @Override
  public Optional<Client> findByFingerprint(String fingerprint) {
    pass(Step.FIND);
    return store.findByFingerprint(fingerprint);
  }

  @Override
  public Insertion insert(Client client, InsertConditions conditions) {
    pass(Step.INSERT);
    return store.insert(client, conditions);
  }

  @Override
  public Replacement replace(Client next) {
    pass(Step.REPLACE);
    return store.replace(next);
  }

  @Override
  public List<Replacement> replaceAll(List<Client> next) {
    pass(Step.REPLACE);
    return store.replaceAll(next);
  }

  @Override
  public List<Client> alike(String of, ClientState state, Optional<Client> after, int limit) {
    pass(Step.FIND);
    return store.alike(of, state, after, limit);
  }

  @Override
  public Optional<Client> precedent(String of) {
    pass(Step.FIND);
    return store.precedent(of);
  }

  @Override
  public List<Waiting> waiting(Optional<ClientId> after, int limit) {
    pass(Step.FIND);
    return store.waiting(after, limit);
  }

  @Override
  public Optional<Client> crowding() {
    pass(Step.FIND);
    return store.crowding();
  }

  @Override
  public boolean delete(ClientId id, Ending ending, Instant now) {
    pass(Step.DELETE);
    return store.delete(id, ending, now);
  }

  @Override
  public void noteUses(Map<ClientId, Instant> uses) {
    pass(Step.REPLACE);
    store.noteUses(uses);
  }

  @Override
  public List<Standing> standings(StandingQuery query) {
    pass(Step.FIND);
    return store.standings(query);
  }

  @Override
  public List<ClientId> end(List<Standing> read, Ending ending, Instant now) {
    pass(Step.DELETE);
    return store.end(read, ending, now);
  }

  @Override
  public Optional<Tombstone> findTombstone(ClientId id) {
    pass(Step.FIND);
    return store.findTombstone(id);
  }

  @Override
  public int purgeTombstones(Instant endedBefore, int limit) {
    pass(Step.FIND);
    return store.purgeTombstones(endedBefore, limit);
  }

  @Override
  public boolean lease(Lease lease, Instant now) {
    pass(Step.FIND);
    return store.lease(lease, now);
  }

  private void pass(Step step) {
    if (step == failing) {
      throw new StoreUnavailableException("the test has put the store out of order");
    }
  }
}
