package io.roster.core.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator has to decide about a client, or has decided.
 *
 * @param of what it is about, the same for all clients that are alike; nothing for a client that
 *     never had to wait and never was denied
 * @param at since when the client waits, or when somebody decided
 * @param reason what the administrator says to those who connect with it
 */
public record Review(Optional<String> of, Optional<Instant> at, Optional<String> reason) {
  /** Nobody was asked about the client. */
  public static final Review NONE =
      new Review(Optional.empty(), Optional.empty(), Optional.empty());

  /** The longest reason there may be, in characters. */
  public static final int LONGEST_REASON = 500;

  public Review {
    if (reason.filter(text -> text.isBlank() || text.length() > LONGEST_REASON).isPresent()) {
      throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
    }
  }

  /** The review of a client that begins to wait. */
  public static Review since(Instant now, Optional<String> of) {
    return new Review(of, Optional.of(now), Optional.empty());
  }
}
