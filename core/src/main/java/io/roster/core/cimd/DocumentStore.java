package io.roster.core.cimd;

import io.roster.core.client.ClientId;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of the documents of clients, for as long as there is the client.
 * Implementations are thread-safe and pass DocumentStoreContract; they throw
 * StoreUnavailableException when the store can't answer.
 */
public interface DocumentStore {
  Optional<DocumentRecord> find(ClientId client);

  /** Remembers that a document was taken over, unless a later one was; without, what failed. */
  void fetched(DocumentRecord record);

  /** Remembers what was wrong with a document that was taken over once. */
  void failed(ClientId client, DocumentRecord.Failure failure);

  /** Adds a version, unless it is there; only the newest {@code keep} stay. */
  void add(DocumentVersion version, int keep);

  /** Returns the versions that were kept, the newest first. */
  List<DocumentVersion> versions(ClientId client);
}
