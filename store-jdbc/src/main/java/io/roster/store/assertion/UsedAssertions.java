package io.roster.store.assertion;

import java.time.Instant;

/** Remembers client assertions while they last, so that none is used twice, RFC 7523 section 3. */
public interface UsedAssertions {
  /** Marks an assertion as used until it ends; false when it was used before. */
  boolean use(String digest, Instant end);
}
