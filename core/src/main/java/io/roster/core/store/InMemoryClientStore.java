package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps clients until the process ends; for tests, demonstrations and embedding. */
public final class InMemoryClientStore implements ClientStore {
  private final ConcurrentNavigableMap<ClientId, Client> clients = new ConcurrentSkipListMap<>();

  public InMemoryClientStore() {}

  @Override
  public Optional<Client> find(ClientId id) {
    return Optional.ofNullable(clients.get(id));
  }

  @Override
  public List<Client> firstPage(int limit) {
    return clients.values().stream().limit(limit).toList();
  }

  @Override
  public List<Client> pageAfter(ClientId last, int limit) {
    return clients.tailMap(last, false).values().stream().limit(limit).toList();
  }

  @Override
  public Insertion insert(Client client) {
    return clients.putIfAbsent(client.id(), client) == null
        ? Insertion.INSERTED
        : Insertion.ID_TAKEN;
  }

  @Override
  public Replacement replace(Client next) {
    var current = clients.get(next.id());
    if (current == null) {
      return Replacement.GONE;
    }
    boolean follows = current.revision() + 1 == next.revision();
    return follows && clients.replace(next.id(), current, next)
        ? Replacement.REPLACED
        : Replacement.STALE;
  }

  @Override
  public boolean delete(ClientId id) {
    return clients.remove(id) != null;
  }
}
