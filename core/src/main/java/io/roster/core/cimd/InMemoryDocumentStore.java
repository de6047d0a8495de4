package io.roster.core.cimd;

import io.roster.core.client.ClientId;
import io.roster.core.store.ClientLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers documents until the process ends, for the clients of the store it is given. */
public final class InMemoryDocumentStore implements DocumentStore {
  private final ClientLookup clients;
  private final Map<ClientId, DocumentRecord> records = new HashMap<>();
  private final Map<ClientId, List<DocumentVersion>> versions = new HashMap<>();

  public InMemoryDocumentStore(ClientLookup clients) {
    this.clients = clients;
  }

  @Override
  public synchronized Optional<DocumentRecord> find(ClientId client) {
    forgetGone();
    return Optional.ofNullable(records.get(client));
  }

  @Override
  public synchronized void fetched(DocumentRecord record) {
    if (isThere(record.client())) {
      records.merge(
          record.client(),
          DocumentRecord.of(record.client(), record.fetchedAt(), record.staleAt()),
          (old, next) -> old.fetchedAt().isAfter(next.fetchedAt()) ? old : next);
    }
  }

  @Override
  public synchronized void failed(ClientId client, DocumentRecord.Failure failure) {
    records.computeIfPresent(
        client,
        (id, old) -> new DocumentRecord(id, old.fetchedAt(), old.staleAt(), Optional.of(failure)));
  }

  @Override
  public synchronized void add(DocumentVersion version, int keep) {
    if (!isThere(version.client())) {
      return;
    }
    var kept = new ArrayList<>(versions.getOrDefault(version.client(), List.of()));
    if (kept.stream().noneMatch(one -> one.revision() == version.revision())) {
      kept.add(version);
    }
    kept.sort(Comparator.comparingLong(DocumentVersion::revision).reversed());
    versions.put(version.client(), List.copyOf(kept.subList(0, Math.min(keep, kept.size()))));
  }

  @Override
  public synchronized List<DocumentVersion> versions(ClientId client) {
    forgetGone();
    return versions.getOrDefault(client, List.of());
  }

  private boolean isThere(ClientId client) {
    return clients.find(client).isPresent();
  }

  private void forgetGone() {
    records.keySet().removeIf(id -> !isThere(id));
    versions.keySet().removeIf(id -> !isThere(id));
  }
}
