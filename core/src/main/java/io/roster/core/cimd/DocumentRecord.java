package io.roster.core.cimd;

import io.roster.core.client.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a client agrees with its document.
 *
 * @param fetchedAt when its document was last seen and accepted
 * @param staleAt when it is to be asked for again
 * @param failure what was wrong when it was last asked for, if anything was
 */
public record DocumentRecord(
    ClientId client, Instant fetchedAt, Instant staleAt, Optional<Failure> failure) {
  /** Why a document could not be taken over, for the operator. */
  public record Failure(Instant at, String reason) {}

  /** Of a document that was just taken over. */
  public static DocumentRecord of(ClientId client, Instant fetchedAt, Instant staleAt) {
    return new DocumentRecord(client, fetchedAt, staleAt, Optional.empty());
  }
}
