package io.roster.core.client;

import io.roster.core.metadata.ClientMetadata;
import java.time.Instant;
import java.util.Optional;

/** What is remembered of a client that is gone, so that whoever asks for it can be told why. */
public record Tombstone(
    ClientId id,
    Ending ending,
    Instant endedAt,
    Instant issuedAt,
    Optional<Instant> lastUsedAt,
    ClientMetadata metadata,
    Origin origin,
    ClientState state) {
  /** What is left of this client. */
  public static Tombstone of(Client client, Ending ending, Instant endedAt) {
    return new Tombstone(
        client.id(),
        ending,
        endedAt,
        client.issuedAt(),
        client.lastUsedAt(),
        client.metadata(),
        client.origin(),
        client.state());
  }
}
