package io.roster.core.consent;

import io.roster.core.client.ClientId;
import io.roster.core.store.ClientLookup;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps consents until the process ends; for tests, demonstrations and embedding. */
public final class InMemoryConsentStore implements ConsentStore {
  private static final Comparator<Consent> IN_ORDER =
      Comparator.comparing((Consent consent) -> consent.key().clientId())
          .thenComparing(consent -> consent.key().resource());

  private final ClientLookup clients;
  private final Map<Consent.Key, Consent> consents = new HashMap<>();

  /** Refuses consents to clients that are not among {@code clients}. */
  public InMemoryConsentStore(ClientLookup clients) {
    this.clients = clients;
  }

  /** Holds the clients still, so that none is ended between the look at it and the consent. */
  @Override
  public Saving save(Consent consent) {
    synchronized (clients) {
      return saveOfThoseThere(consent);
    }
  }

  private synchronized Saving saveOfThoseThere(Consent consent) {
    if (isGone(consent)) {
      return Saving.GONE;
    }
    long before = find(consent.key()).map(Consent::revision).orElse(0L);
    if (before + 1 != consent.revision()) {
      return Saving.STALE;
    }
    consents.put(consent.key(), consent);
    return Saving.SAVED;
  }

  @Override
  public synchronized Optional<Consent> find(Consent.Key key) {
    // Whoever deletes a client doesn't tell this store, so it looks for itself.
    consents.computeIfPresent(key, (same, consent) -> isGone(consent) ? null : consent);
    return Optional.ofNullable(consents.get(key));
  }

  @Override
  public synchronized List<Consent> ofSubject(String subject, int limit) {
    consents.values().removeIf(this::isGone);
    return consents.values().stream()
        .filter(consent -> consent.key().subject().equals(subject))
        .sorted(IN_ORDER)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int revoke(ClientId clientId, String subject) {
    return forget(
        consent ->
            consent.key().clientId().equals(clientId) && consent.key().subject().equals(subject),
        Integer.MAX_VALUE);
  }

  @Override
  public synchronized int revokeAll(ClientId clientId) {
    return forget(consent -> consent.key().clientId().equals(clientId), Integer.MAX_VALUE);
  }

  @Override
  public synchronized int purgeExpired(Instant now, int limit) {
    return forget(consent -> consent.expiresAt().isBefore(now), limit);
  }

  /** Whether a consent to the client is live at this time. */
  public synchronized boolean hasLive(ClientId clientId, Instant now) {
    return consents.values().stream()
        .anyMatch(one -> one.key().clientId().equals(clientId) && now.isBefore(one.expiresAt()));
  }

  private boolean isGone(Consent consent) {
    return clients.find(consent.key().clientId()).isEmpty();
  }

  private int forget(Predicate<Consent> doomed, int limit) {
    var found = consents.values().stream().filter(doomed).limit(limit).toList();
    found.forEach(consent -> consents.remove(consent.key()));
    return found.size();
  }
}
