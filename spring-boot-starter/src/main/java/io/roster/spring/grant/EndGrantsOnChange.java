package io.roster.spring.grant;

import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.grant.GrantStore;
import io.roster.core.store.StoreUnavailableException;
import java.util.Collections;
import java.util.List;

/**
 * Ends all grants of a client whose document names other redirect URIs or keys than before, Client
 * ID Metadata Document section 6.3.
 */
public final class EndGrantsOnChange implements ClientEvents {
  private static final System.Logger LOG = System.getLogger(EndGrantsOnChange.class.getName());
  private static final List<String> WEIGHTY =
      List.of("redirect_uris", "jwks", "jwks_uri", "token_endpoint_auth_method");

  private final GrantStore grants;

  public EndGrantsOnChange(GrantStore grants) {
    this.grants = grants;
  }

  @Override
  public void publish(ClientEvent event) {
    if (event instanceof ClientEvent.Updated update
        && update.after().origin().tier() == Tier.DOCUMENT
        && !Collections.disjoint(update.changed(), WEIGHTY)) {
      end(update);
    }
  }

  private void end(ClientEvent.Updated update) {
    var id = update.after().id();
    try {
      int ended = grants.revokeAll(id);
      LOG.log(System.Logger.Level.INFO, "ended {0} grants of {1}, which changed", ended, id);
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.ERROR, "the grants of {0}, which changed, could not end", id);
    }
  }
}
