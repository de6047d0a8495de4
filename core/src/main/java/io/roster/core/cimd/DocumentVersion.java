package io.roster.core.cimd;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import java.time.Instant;
import java.util.List;

/**
 * What a client was made of at one time.
 *
 * @param revision the client's, by which versions are told apart
 * @param changed the members that were others before; none for the first version
 */
public record DocumentVersion(
    ClientId client, long revision, Instant seenAt, List<String> changed, ClientMetadata metadata) {
  public DocumentVersion {
    changed = List.copyOf(changed);
  }
}
