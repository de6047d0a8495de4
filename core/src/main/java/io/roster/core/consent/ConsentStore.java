package io.roster.core.consent;

import io.roster.core.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where consents live. Implementations are thread-safe, durable as their ClientStore is, and pass
 * ConsentStoreContract; they throw StoreUnavailableException when the store can't answer.
 */
public interface ConsentStore {
  /** Inserts revision 1, or replaces the revision before this one. */
  Saving save(Consent consent);

  /** Returns the consent, also one whose time is over, until it is purged. */
  Optional<Consent> find(Consent.Key key);

  /** Returns the first {@code limit} consents of a person, by client and resource. */
  List<Consent> ofSubject(String subject, int limit);

  /** Ends what a person allowed a client, at every resource; returns how many consents that was. */
  int revoke(ClientId clientId, String subject);

  /** Ends all consents to a client; returns how many. */
  int revokeAll(ClientId clientId);

  /** Deletes at most {@code limit} consents that ended before {@code now}; returns how many. */
  int purgeExpired(Instant now, int limit);

  /** What came of saving a consent. */
  enum Saving {
    SAVED,
    /** Someone else saved this revision first, or revoked the one before it. */
    STALE,
    /** The client is gone. */
    GONE
  }
}
