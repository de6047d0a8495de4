package io.roster.core.store;

import io.roster.core.credential.Digest;
import io.roster.core.initial.InitialAccessToken;
import io.roster.core.initial.InitialTokenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps initial access tokens until the process ends, for the clients of the store it is given. */
public final class InMemoryInitialTokenStore implements InitialTokenStore {
  private final ConcurrentNavigableMap<InitialTokenId, InitialAccessToken> tokens =
      new ConcurrentSkipListMap<>();

  public InMemoryInitialTokenStore() {}

  @Override
  public boolean insert(InitialAccessToken token) {
    return tokens.putIfAbsent(token.id(), token) == null;
  }

  @Override
  public Optional<InitialAccessToken> find(InitialTokenId id) {
    return Optional.ofNullable(tokens.get(id));
  }

  @Override
  public Optional<InitialAccessToken> findByDigest(Digest digest) {
    return tokens.values().stream().filter(token -> token.digest().equals(digest)).findFirst();
  }

  @Override
  public boolean revoke(InitialTokenId id, Instant now) {
    var done = new AtomicBoolean();
    tokens.computeIfPresent(
        id,
        (same, token) -> {
          done.set(token.revokedAt().isEmpty());
          return done.get() ? token.revoked(now) : token;
        });
    return done.get();
  }

  @Override
  public List<InitialAccessToken> firstPage(int limit) {
    return tokens.values().stream().limit(limit).toList();
  }

  @Override
  public List<InitialAccessToken> pageAfter(InitialTokenId last, int limit) {
    return tokens.tailMap(last, false).values().stream().limit(limit).toList();
  }

  /** Takes one use of the token; false when it has none left. */
  boolean spend(InitialTokenId id, Instant now) {
    var done = new AtomicBoolean();
    tokens.computeIfPresent(
        id,
        (same, token) -> {
          done.set(token.admits(now));
          return done.get() ? token.spent() : token;
        });
    return done.get();
  }
}
