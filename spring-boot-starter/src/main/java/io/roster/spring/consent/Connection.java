package io.roster.spring.consent;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A client that a person allowed something.
 *
 * @param since when they first did, as far as that is remembered
 * @param lastUsed when the client last got a token for it
 */
public record Connection(
    ClientId clientId, List<Place> places, Instant since, Optional<Instant> lastUsed) {
  public Connection {
    places = List.copyOf(places);
  }

  /** What is allowed at one resource; its name is empty where the client named none. */
  public record Place(String resource, Scope scope) {}
}
