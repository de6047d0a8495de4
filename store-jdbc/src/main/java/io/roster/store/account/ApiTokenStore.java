package io.roster.store.account;

import io.roster.core.credential.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the tokens of administrators' programs are kept. Implementations are thread-safe and throw
 * StoreUnavailableException when the store can't answer.
 */
public interface ApiTokenStore {
  /** Adds a token; false when its name or its digest is taken. */
  boolean insert(ApiToken token);

  Optional<ApiToken> find(String id);

  Optional<ApiToken> findByDigest(Digest digest);

  /** Returns the next {@code limit} tokens in the order of their names; after "" the first. */
  List<ApiToken> pageAfter(String lastId, int limit);

  /** Ends a token; false when there is none that counts. */
  boolean revoke(String id, Instant now);

  /** Ends all tokens of somebody; returns how many. */
  int revokeAllOf(String owner, Instant now);
}
