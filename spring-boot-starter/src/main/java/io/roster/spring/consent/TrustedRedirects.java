package io.roster.spring.consent;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.Tier;
import io.roster.core.store.ClientLookup;
import io.roster.core.uri.RedirectUri;

/**
 * Where people may be sent with an error without being asked, OAuth 2.1 section 7.13.2: to their
 * own computer, to a client that somebody vouches for, and to one they allowed something before.
 */
public final class TrustedRedirects {
  private final ClientLookup clients;
  private final Consents consents;

  public TrustedRedirects(ClientLookup clients, Consents consents) {
    this.clients = clients;
    this.consents = consents;
  }

  /** Whether this person may be sent there by itself; the subject of nobody is empty. */
  public boolean include(String clientId, String redirectUri, String subject) {
    return RedirectUri.of(redirectUri) instanceof RedirectUri.Loopback
        || clients
            .find(new ClientId(clientId))
            .map(client -> isVouchedFor(client) || isKnown(client, subject))
            // One of another repository than ours is the operator's own.
            .orElseGet(() -> !ClientId.isUrl(clientId));
  }

  private static boolean isVouchedFor(Client client) {
    // Anyone can publish a document under an address of their own.
    return client.origin().tier() != Tier.OPEN && !client.id().isUrl();
  }

  private boolean isKnown(Client client, String subject) {
    return !subject.isEmpty() && consents.know(client, subject);
  }
}
