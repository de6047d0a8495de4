package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.client.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps clients until the process ends; for tests, demonstrations and embedding. */
public final class InMemoryClientStore implements ClientStore {
  private final ConcurrentNavigableMap<ClientId, Client> clients = new ConcurrentSkipListMap<>();
  private final Map<String, ClientId> fingerprints = new HashMap<>();
  private final Map<Tier, Integer> counts = new EnumMap<>(Tier.class);
  private final Map<ClientId, Tombstone> tombstones = new HashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final InMemoryInitialTokenStore tokens;
  private volatile BiPredicate<ClientId, Instant> hasLiveGrant = (id, now) -> false;
  private volatile BiPredicate<ClientId, Instant> hasLiveConsent = (id, now) -> false;

  /** A store without initial access tokens. */
  public InMemoryClientStore() {
    this(new InMemoryInitialTokenStore());
  }

  /** A store whose clients spend these tokens. */
  public InMemoryClientStore(InMemoryInitialTokenStore tokens) {
    this.tokens = tokens;
  }

  /** Keeps clients of which these grants are live; without, nobody knows of any. */
  public void keepForGrants(BiPredicate<ClientId, Instant> hasLive) {
    this.hasLiveGrant = hasLive;
  }

  /** Keeps clients of which these consents are live; without, nobody knows of any. */
  public void keepForConsents(BiPredicate<ClientId, Instant> hasLive) {
    this.hasLiveConsent = hasLive;
  }

  private boolean isKept(ClientId id, Instant now) {
    return hasLiveGrant.test(id, now) || hasLiveConsent.test(id, now);
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
  public ClientPage search(ClientQuery query, Paging paging) {
    var ordered = paging.newestFirst() ? clients.descendingMap() : clients;
    var rest = paging.after().map(last -> ordered.tailMap(last, false)).orElse(ordered);
    var found = rest.values().stream().filter(query::matches).limit(paging.limit()).toList();
    return new ClientPage(
        found,
        found.size() < paging.limit() ? Optional.empty() : Optional.of(found.getLast().id()));
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
    if (client.state() == ClientState.PENDING && isQueueFull(conditions)) {
      return Insertion.QUEUE_FULL;
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

  private boolean isQueueFull(InsertConditions conditions) {
    return conditions.mostPending() > 0 && pending().count() >= conditions.mostPending();
  }

  private Stream<Client> pending() {
    return clients.values().stream().filter(client -> client.state() == ClientState.PENDING);
  }

  @Override
  public synchronized List<Replacement> replaceAll(List<Client> next) {
    return next.stream().map(this::replace).toList();
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
    clients.put(next.id(), next.lastUsed(current.lastUsedAt()));
    return Replacement.REPLACED;
  }

  @Override
  public synchronized void noteUses(Map<ClientId, Instant> uses) {
    uses.forEach((id, at) -> clients.computeIfPresent(id, (key, client) -> used(client, at)));
  }

  private static Client used(Client client, Instant at) {
    boolean isLater = client.lastUsedAt().filter(noted -> !noted.isBefore(at)).isEmpty();
    return isLater ? client.lastUsed(Optional.of(at)) : client;
  }

  private static final Comparator<Standing> LONGEST_FIRST =
      Comparator.comparing(Standing::since).thenComparing(Standing::id);

  @Override
  public List<Standing> standings(StandingQuery query) {
    boolean used = query.clock() == UseClock.IDLE;
    return clients.values().stream()
        .filter(client -> client.origin().tier() == query.tier())
        .filter(client -> client.lastUsedAt().isPresent() == used)
        .map(client -> standing(client, query.now()))
        .filter(one -> one.since().isBefore(query.since()))
        .filter(one -> query.after().filter(last -> !isAfter(one, last)).isEmpty())
        .sorted(LONGEST_FIRST)
        .limit(query.limit())
        .toList();
  }

  private static boolean isAfter(Standing one, Standing last) {
    return LONGEST_FIRST.compare(one, last) > 0;
  }

  private Standing standing(Client client, Instant now) {
    return new Standing(
        client.id(),
        client.origin().tier(),
        client.state(),
        client.issuedAt(),
        client.lastUsedAt(),
        isKept(client.id(), now));
  }

  @Override
  public synchronized List<ClientId> end(List<Standing> read, Ending ending, Instant now) {
    return read.stream()
        .filter(one -> isUnchanged(one, now))
        .map(Standing::id)
        .filter(id -> delete(id, ending, now))
        .toList();
  }

  private boolean isUnchanged(Standing read, Instant now) {
    var client = clients.get(read.id());
    return client != null
        && client.lastUsedAt().equals(read.lastUsedAt())
        && client.state() == read.state()
        && !isKept(read.id(), now);
  }

  @Override
  public synchronized boolean delete(ClientId id, Ending ending, Instant now) {
    var deleted = clients.remove(id);
    if (deleted == null) {
      return false;
    }
    counts.merge(deleted.origin().tier(), -1, Integer::sum);
    fingerprints.values().remove(id);
    tombstones.put(id, Tombstone.of(deleted, ending, now));
    return true;
  }

  @Override
  public synchronized Optional<Tombstone> findTombstone(ClientId id) {
    return Optional.ofNullable(tombstones.get(id));
  }

  @Override
  public synchronized int purgeTombstones(Instant endedBefore, int limit) {
    var old =
        tombstones.values().stream()
            .filter(tombstone -> tombstone.endedAt().isBefore(endedBefore))
            .limit(limit)
            .map(Tombstone::id)
            .toList();
    old.forEach(tombstones::remove);
    return old.size();
  }

  private static Instant reviewedAt(Client client) {
    return client.review().at().orElse(client.issuedAt());
  }

  private static final Comparator<Client> BY_REVIEW =
      Comparator.comparing(InMemoryClientStore::reviewedAt).thenComparing(Client::id);

  @Override
  public List<Client> alike(String of, ClientState state, Optional<Client> after, int limit) {
    return clients.values().stream()
        .filter(client -> client.state() == state && client.review().of().equals(Optional.of(of)))
        .filter(client -> after.filter(last -> BY_REVIEW.compare(client, last) <= 0).isEmpty())
        .sorted(BY_REVIEW)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Client> precedent(String of) {
    return clients.values().stream()
        .filter(client -> client.review().of().equals(Optional.of(of)))
        .filter(client -> client.state() != ClientState.PENDING)
        .max(BY_REVIEW);
  }

  @Override
  public List<Waiting> waiting(Optional<ClientId> after, int limit) {
    return lines(pending())
        .map(InMemoryClientStore::line)
        .filter(line -> after.filter(last -> line.first().id().compareTo(last) <= 0).isEmpty())
        .sorted(Comparator.comparing(line -> line.first().id()))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Client> crowding() {
    return lines(pending().filter(client -> client.lastUsedAt().isEmpty()))
        .map(alike -> alike.stream().sorted(BY_REVIEW).toList())
        .max(
            Comparator.<List<Client>>comparingInt(List::size)
                .thenComparing(List::getFirst, BY_REVIEW.reversed()))
        .map(List::getFirst);
  }

  private static Stream<List<Client>> lines(Stream<Client> some) {
    return some
        .collect(Collectors.groupingBy(one -> one.review().of().orElse(one.id().value())))
        .values()
        .stream();
  }

  private static Waiting line(List<Client> alike) {
    var times = alike.stream().map(InMemoryClientStore::reviewedAt).sorted().toList();
    var first = alike.stream().min(Comparator.comparing(Client::id)).orElseThrow();
    return new Waiting(first, alike.size(), times.getFirst(), times.getLast());
  }

  @Override
  public synchronized boolean lease(Lease lease, Instant now) {
    var held = leases.get(lease.name());
    if (held != null
        && !held.holder().equals(lease.holder())
        && held.until().isAfter(now)
        && held.until().isBefore(lease.until().plus(Duration.ofHours(1)))) {
      return false;
    }
    leases.put(lease.name(), lease);
    return true;
  }
}
