package io.roster.store.idempotency;

import java.time.Instant;

/**
 * Remembers creations for a while, so that whoever repeats one makes nothing twice. Implementations
 * are thread-safe and throw StoreUnavailableException when the store can't answer.
 */
public interface IdempotencyStore {
  /**
   * Lets the first who comes with a key go on, until then; to all others tells what is known.
   *
   * @param key a digest of the key and of whoever sent it
   * @param request a digest of what was sent with it
   */
  Claim claim(String key, String request, Instant now, Instant until);

  /** Remembers until then what a request was answered with. */
  void keep(String key, String reply, Instant until);

  /** Forgets a key whose request made nothing. */
  void release(String key);
}
