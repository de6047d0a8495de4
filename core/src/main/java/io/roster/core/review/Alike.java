package io.roster.core.review;

import io.roster.core.client.Client;
import io.roster.core.metadata.Fingerprint;
import io.roster.core.metadata.GrantType;
import java.util.Optional;

/** Which clients an administrator can't tell apart: same tier, same metadata but loopback ports. */
public final class Alike {
  private Alike() {}

  /** What all clients have in common that are like this one; none is like one with a document. */
  public static Optional<String> of(Client client) {
    return client.id().isUrl()
        ? Optional.empty()
        : Optional.of(client.origin().tier().wireName() + ":" + Fingerprint.of(client.metadata()));
  }

  /**
   * Whether an approval of clients like this one may count for it: what it gets goes where a person
   * sends it. One that gets tokens by itself is its holder's, whom nobody has seen yet.
   */
  static boolean sharesApproval(Client client) {
    return !client.metadata().grantTypes().contains(GrantType.CLIENT_CREDENTIALS);
  }
}
