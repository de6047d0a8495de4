package io.roster.store.account;

import io.roster.core.credential.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * Where it is kept who is signed in. Implementations are thread-safe and throw
 * StoreUnavailableException when the store can't answer.
 */
public interface SessionStore {
  /** Keeps a new session. */
  void insert(Session session);

  Optional<Session> find(Digest digest);

  /** Notes that a session is still in use. */
  void use(Digest digest, Instant at);

  /** Ends a session, if there is one. */
  void delete(Digest digest);

  /** Ends at most {@code limit} sessions that were last used before then; returns how many. */
  int purge(Instant usedBefore, int limit);
}
