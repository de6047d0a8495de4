package io.roster.core.initial;

import io.roster.core.client.Tier;
import io.roster.core.metadata.ClientMetadata;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator gives an initial access token.
 *
 * @param tier what its clients are trusted with
 * @param uses how many clients it admits, 1 to a million
 * @param expiresAt when it ends, if it does before its uses are spent
 * @param fixed members its clients have whatever they send
 * @param note what it is for, at most 200 characters, for the operator alone
 */
public record InitialTokenTerms(
    Tier tier, int uses, Optional<Instant> expiresAt, ClientMetadata fixed, String note) {
  public static final int MOST_USES = 1_000_000;
  public static final int LONGEST_NOTE = 200;

  public InitialTokenTerms {
    if (uses < 1 || uses > MOST_USES) {
      throw new IllegalArgumentException("uses must be between 1 and " + MOST_USES);
    }
    if (tier == Tier.DOCUMENT) {
      throw new IllegalArgumentException("a document needs no token");
    }
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
    }
  }

  /** A token for so many clients that fixes nothing and never expires. */
  public static InitialTokenTerms forClients(int uses) {
    return new InitialTokenTerms(Tier.TOKEN, uses, Optional.empty(), ClientMetadata.EMPTY, "");
  }
}
