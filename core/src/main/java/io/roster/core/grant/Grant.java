package io.roster.core.grant;

import io.roster.core.client.ClientId;
import java.time.Instant;
import java.util.List;

/**
 * What a person allowed a client, from the consent page to the last refresh token. Its handles are
 * digests of the values that lead to it; the body belongs to the authorization server alone.
 */
public record Grant(
    String id,
    ClientId clientId,
    String subject,
    Instant expiresAt,
    List<GrantHandle> handles,
    String body,
    long revision) {
  /** The same grant for whoever only wants to know what it says. */
  public Grant withoutHandles() {
    return new Grant(id, clientId, subject, expiresAt, List.of(), body, revision);
  }

  public Grant {
    handles = List.copyOf(handles);
    if (id.isEmpty() || revision < 1) {
      throw new IllegalArgumentException("a grant has an id and a revision of at least 1");
    }
  }
}
