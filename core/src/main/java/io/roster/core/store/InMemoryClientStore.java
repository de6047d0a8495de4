package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps clients until the process ends; for tests, demonstrations and embedding. */
public final class InMemoryClientStore implements ClientStore {
  private final ConcurrentNavigableMap<ClientId, Client> clients = new ConcurrentSkipListMap<>();
  private final Map<String, ClientId> fingerprints = new HashMap<>();
  private final Map<Tier, Integer> counts = new EnumMap<>(Tier.class);
  private final InMemoryInitialTokenStore tokens;

  /** A store without initial access tokens. */
  public InMemoryClientStore() {
    this(new InMemoryInitialTokenStore());
  }

  /** A store whose clients spend these tokens. */
  public InMemoryClientStore(InMemoryInitialTokenStore tokens) {
    this.tokens = tokens;
  }

  @Override
  public Optional<Client> find(ClientId id) {
    return Optional.ofNullable(clients.get(id));
  }

  @Override
  public synchronized Optional<Client> findByFingerprint(String fingerprint) {
    return Optional.ofNullable(fingerprints.get(fingerprint)).flatMap(this::find);
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
  public List<Client> firstPage(ClientState state, int limit) {
    return clients.values().stream().filter(c -> c.state() == state).limit(limit).toList();
  }

  @Override
  public List<Client> pageAfter(ClientState state, ClientId last, int limit) {
    return clients.tailMap(last, false).values().stream()
        .filter(client -> client.state() == state)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Insertion insert(Client client, InsertConditions conditions) {
    var tier = client.origin().tier();
    if (clients.containsKey(client.id())) {
      return Insertion.ID_TAKEN;
    }
    if (conditions.fingerprint().filter(fingerprints::containsKey).isPresent()) {
      return Insertion.FINGERPRINT_TAKEN;
    }
    if (conditions.quota() > 0 && counts.getOrDefault(tier, 0) >= conditions.quota()) {
      return Insertion.QUOTA_REACHED;
    }
    if (conditions.spends().filter(id -> !tokens.spend(id, client.issuedAt())).isPresent()) {
      return Insertion.TOKEN_SPENT;
    }
    conditions.fingerprint().ifPresent(text -> fingerprints.put(text, client.id()));
    counts.merge(tier, 1, Integer::sum);
    clients.put(client.id(), client);
    return Insertion.INSERTED;
  }

  @Override
  public synchronized Replacement replace(Client next) {
    var current = clients.get(next.id());
    if (current == null) {
      return Replacement.GONE;
    }
    if (current.revision() + 1 != next.revision()) {
      return Replacement.STALE;
    }
    counts.merge(current.origin().tier(), -1, Integer::sum);
    counts.merge(next.origin().tier(), 1, Integer::sum);
    clients.put(next.id(), next);
    return Replacement.REPLACED;
  }

  @Override
  public synchronized boolean delete(ClientId id) {
    var deleted = clients.remove(id);
    if (deleted == null) {
      return false;
    }
    counts.merge(deleted.origin().tier(), -1, Integer::sum);
    fingerprints.values().remove(id);
    return true;
  }
}
