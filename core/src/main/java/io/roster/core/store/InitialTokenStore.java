package io.roster.core.store;

import io.roster.core.credential.Digest;
import io.roster.core.initial.InitialAccessToken;
import io.roster.core.initial.InitialTokenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where initial access tokens live: beside the clients they admit, so that {@link
 * ClientStore#insert(io.roster.core.client.Client, InsertConditions)} spends a use and inserts the
 * client in one step. Implementations pass InitialTokenStoreContract. Throws {@link
 * StoreUnavailableException} when the store can't answer.
 */
public interface InitialTokenStore {
  /** Adds a new token; false when its identifier is taken. */
  boolean insert(InitialAccessToken token);

  Optional<InitialAccessToken> find(InitialTokenId id);

  Optional<InitialAccessToken> findByDigest(Digest digest);

  /** Revokes a token, so that it admits nobody any more; false when there is none to revoke. */
  boolean revoke(InitialTokenId id, Instant now);

  /** Returns the first {@code limit} tokens in the order of their identifiers, oldest first. */
  List<InitialAccessToken> firstPage(int limit);

  /** Returns the next {@code limit} tokens after the last one of a page. */
  List<InitialAccessToken> pageAfter(InitialTokenId last, int limit);
}
