package io.roster.testkit;

import io.roster.core.client.ClientId;
import io.roster.core.credential.Digest;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Valid grants; a test changes only what it is about. */
public final class Grants {
  private Grants() {}

  /** A first revision that its authorization code leads to; expires an hour after noon. */
  public static Grant someGrant(String id, ClientId clientId) {
    return new Grant(
        id,
        clientId,
        "alice",
        Clients.NOON.plus(Duration.ofHours(1)),
        List.of(handle(GrantHandle.Kind.AUTHORIZATION_CODE, "code-of-" + id)),
        "{\"scope\":\"read write\"}",
        1);
  }

  /** The next revision, which only these handles lead to. */
  public static Grant next(Grant grant, GrantHandle... handles) {
    return new Grant(
        grant.id(),
        grant.clientId(),
        grant.subject(),
        grant.expiresAt(),
        List.of(handles),
        grant.body(),
        grant.revision() + 1);
  }

  /** The same revision, expiring at another time. */
  public static Grant expiring(Grant grant, Instant at) {
    return new Grant(
        grant.id(),
        grant.clientId(),
        grant.subject(),
        at,
        grant.handles(),
        grant.body(),
        grant.revision());
  }

  public static GrantHandle handle(GrantHandle.Kind kind, String text) {
    return new GrantHandle(kind, new Digest("sha256:" + text));
  }
}
