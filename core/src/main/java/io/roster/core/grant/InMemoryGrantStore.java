package io.roster.core.grant;

import io.roster.core.client.ClientId;
import io.roster.core.store.ClientLookup;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps grants until the process ends; for tests, demonstrations and embedding. */
public final class InMemoryGrantStore implements GrantStore {
  private final ClientLookup clients;
  private final Map<String, Grant> grants = new HashMap<>();
  private final Map<GrantHandle, String> byHandle = new HashMap<>();

  /** Refuses grants of clients that are not among {@code clients}. */
  public InMemoryGrantStore(ClientLookup clients) {
    this.clients = clients;
  }

  /** Holds the clients still, so that none is ended between the look at it and the grant. */
  @Override
  public Saving save(Grant grant) {
    synchronized (clients) {
      return saveOfThoseThere(grant);
    }
  }

  private synchronized Saving saveOfThoseThere(Grant grant) {
    var current = Optional.ofNullable(grants.get(grant.id()));
    boolean gone = grant.revision() > 1 && current.isEmpty();
    if (gone || clients.find(grant.clientId()).isEmpty()) {
      return Saving.GONE;
    }
    if (current.map(Grant::revision).orElse(0L) + 1 != grant.revision()) {
      return Saving.STALE;
    }
    current.ifPresent(this::forget);
    grants.put(grant.id(), grant);
    grant.handles().forEach(handle -> byHandle.put(handle, grant.id()));
    return Saving.SAVED;
  }

  @Override
  public synchronized Optional<Grant> findById(String id) {
    var found = Optional.ofNullable(grants.get(id));
    // Whoever deletes a client doesn't tell this store, so it looks for itself.
    found.filter(grant -> clients.find(grant.clientId()).isEmpty()).ifPresent(this::forget);
    return Optional.ofNullable(grants.get(id));
  }

  @Override
  public synchronized Optional<Grant> findByHandle(GrantHandle handle) {
    return Optional.ofNullable(byHandle.get(handle)).flatMap(this::findById);
  }

  @Override
  public synchronized boolean revoke(String id) {
    var found = findById(id);
    found.ifPresent(this::forget);
    return found.isPresent();
  }

  @Override
  public synchronized int revokeAll(ClientId clientId) {
    return forgetAll(grant -> grant.clientId().equals(clientId), Integer.MAX_VALUE);
  }

  @Override
  public synchronized List<Grant> ofSubject(String subject, int limit) {
    return grants.values().stream()
        .filter(grant -> grant.subject().equals(subject))
        .filter(grant -> clients.find(grant.clientId()).isPresent())
        .sorted(Comparator.comparing(Grant::clientId).thenComparing(Grant::id))
        .limit(limit)
        .map(Grant::withoutHandles)
        .toList();
  }

  @Override
  public synchronized int revokeAll(ClientId clientId, String subject) {
    return forgetAll(
        grant -> grant.clientId().equals(clientId) && grant.subject().equals(subject),
        Integer.MAX_VALUE);
  }

  @Override
  public synchronized int purgeExpired(Instant now, int limit) {
    return forgetAll(grant -> grant.expiresAt().isBefore(now), limit);
  }

  /** Whether a grant of the client is live at this time. */
  public synchronized boolean hasLive(ClientId clientId, Instant now) {
    return grants.values().stream()
        .anyMatch(grant -> grant.clientId().equals(clientId) && now.isBefore(grant.expiresAt()));
  }

  private int forgetAll(Predicate<Grant> doomed, int limit) {
    List<Grant> found = grants.values().stream().filter(doomed).limit(limit).toList();
    found.forEach(this::forget);
    return found.size();
  }

  private void forget(Grant grant) {
    grants.remove(grant.id());
    grant.handles().forEach(handle -> byHandle.remove(handle, grant.id()));
  }
}
