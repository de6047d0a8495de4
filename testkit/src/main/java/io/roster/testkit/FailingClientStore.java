package io.roster.testkit;

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
import io.roster.core.store.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A store that can be told to fail, before it has done anything. */
public final class FailingClientStore implements ClientStore {
  private final ClientStore store;
  private final AtomicLong callsLeft = new AtomicLong(Long.MAX_VALUE);

  /** Works like {@code store} until told otherwise. */
  public FailingClientStore(ClientStore store) {
    this.store = store;
  }

  /** Lets this many more calls succeed; all later ones fail. */
  public void failAfter(long calls) {
    callsLeft.set(calls);
  }

  /** Lets all calls succeed again. */
  public void recover() {
    callsLeft.set(Long.MAX_VALUE);
  }

  @Override
  public Optional<Client> find(ClientId id) {
    return working().find(id);
  }

  @Override
  public List<Client> firstPage(int limit) {
    return working().firstPage(limit);
  }

  @Override
  public List<Client> pageAfter(ClientId last, int limit) {
    return working().pageAfter(last, limit);
  }

  @Override
  public List<Client> firstPage(ClientState state, int limit) {
    return working().firstPage(state, limit);
  }

  @Override
  public List<Client> pageAfter(ClientState state, ClientId last, int limit) {
    return working().pageAfter(state, last, limit);
  }

  @Override
  public ClientPage search(ClientQuery query, Paging paging) {
    return working().search(query, paging);
  }

  @Override
  public Optional<Client> findByFingerprint(String fingerprint) {
    return working().findByFingerprint(fingerprint);
  }

  @Override
  public Insertion insert(Client client, InsertConditions conditions) {
    return working().insert(client, conditions);
  }

  @Override
  public Replacement replace(Client next) {
    return working().replace(next);
  }

  @Override
  public List<Replacement> replaceAll(List<Client> next) {
    return working().replaceAll(next);
  }

  @Override
  public List<Client> alike(String of, ClientState state, Optional<Client> after, int limit) {
    return working().alike(of, state, after, limit);
  }

  @Override
  public Optional<Client> precedent(String of) {
    return working().precedent(of);
  }

  @Override
  public List<Waiting> waiting(Optional<ClientId> after, int limit) {
    return working().waiting(after, limit);
  }

  @Override
  public Optional<Client> crowding() {
    return working().crowding();
  }

  @Override
  public boolean delete(ClientId id, Ending ending, Instant now) {
    return working().delete(id, ending, now);
  }

  @Override
  public void noteUses(Map<ClientId, Instant> uses) {
    working().noteUses(uses);
  }

  @Override
  public List<Standing> standings(StandingQuery query) {
    return working().standings(query);
  }

  @Override
  public List<ClientId> end(List<Standing> read, Ending ending, Instant now) {
    return working().end(read, ending, now);
  }

  @Override
  public Optional<Tombstone> findTombstone(ClientId id) {
    return working().findTombstone(id);
  }

  @Override
  public int purgeTombstones(Instant endedBefore, int limit) {
    return working().purgeTombstones(endedBefore, limit);
  }

  @Override
  public boolean lease(Lease lease, Instant now) {
    return working().lease(lease, now);
  }

  private ClientStore working() {
    if (callsLeft.getAndUpdate(left -> left == 0 ? 0 : left - 1) == 0) {
      throw new StoreUnavailableException("told to fail");
    }
    return store;
  }
}
