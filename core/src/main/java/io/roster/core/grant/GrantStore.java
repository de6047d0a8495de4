package io.roster.core.grant;

import io.roster.core.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where grants live. Implementations are thread-safe, durable as their ClientStore is, and pass
 * GrantStoreContract; they throw StoreUnavailableException when the store can't answer.
 */
public interface GrantStore {
  /** Inserts revision 1, or replaces the revision before this one, handles included. */
  Saving save(Grant grant);

  Optional<Grant> findById(String id);

  /** Returns the grant this handle leads to; expired ones too, until they are purged. */
  Optional<Grant> findByHandle(GrantHandle handle);

  /** Ends one grant; false when there was none. */
  boolean revoke(String id);

  /** Ends all grants of a client; returns how many. */
  int revokeAll(ClientId clientId);

  /** Returns the first {@code limit} grants of a person, by client and without their handles. */
  List<Grant> ofSubject(String subject, int limit);

  /** Ends what a client holds of one person; returns how many grants that was. */
  int revokeAll(ClientId clientId, String subject);

  /** Deletes at most {@code limit} grants that expired before {@code now}; returns how many. */
  int purgeExpired(Instant now, int limit);

  /** What came of saving a grant. */
  enum Saving {
    SAVED,
    /** Someone else saved this revision first: a code or token was used twice at once. */
    STALE,
    /** The client or the grant is gone. */
    GONE
  }
}
