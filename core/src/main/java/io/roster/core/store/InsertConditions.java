package io.roster.core.store;

import io.roster.core.initial.InitialTokenId;
import java.util.Optional;

/**
 * What must hold at the moment a client is inserted, or else nothing happens.
 *
 * @param spends the initial access token that must have a use left, which is spent
 * @param quota how many clients of the same tier there may be, this one included; 0 for any number
 * @param fingerprint what no other client may have been inserted with
 * @param mostPending how many clients may wait for an approval, should this one have to wait; 0 for
 *     any number
 */
public record InsertConditions(
    Optional<InitialTokenId> spends, int quota, Optional<String> fingerprint, int mostPending) {
  public static final InsertConditions NONE =
      new InsertConditions(Optional.empty(), 0, Optional.empty());

  /** Conditions that leave the queue of those who wait as long as it likes. */
  public InsertConditions(
      Optional<InitialTokenId> spends, int quota, Optional<String> fingerprint) {
    this(spends, quota, fingerprint, 0);
  }
}
