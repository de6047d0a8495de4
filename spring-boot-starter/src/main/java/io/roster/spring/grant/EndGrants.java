package io.roster.spring.grant;

import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.consent.ConsentStore;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.grant.GrantStore;
import io.roster.core.store.StoreUnavailableException;

/** Ends all consents to and grants of a client that was deleted, RFC 7592 section 2.3. */
public final class EndGrants implements ClientEvents {
  private static final System.Logger LOG = System.getLogger(EndGrants.class.getName());

  private final GrantStore grants;
  private final ConsentStore consents;

  public EndGrants(GrantStore grants, ConsentStore consents) {
    this.grants = grants;
    this.consents = consents;
  }

  @Override
  public void publish(ClientEvent event) {
    switch (event) {
      case ClientEvent.Deleted(var id, var ending) -> end(id);
      // One that is switched off may be switched on again.
      case ClientEvent.Decided(var before, var after) when after.state() == ClientState.DENIED ->
          end(after.id());
      default -> {
        // Nothing else ends a grant.
      }
    }
  }

  private void end(ClientId id) {
    try {
      consents.revokeAll(id);
      grants.revokeAll(id);
    } catch (StoreUnavailableException e) {
      // They are dead all the same: no grant of a client that may not be used is ever found.
      LOG.log(System.Logger.Level.WARNING, "grants of {0} wait for their purge", id);
    }
  }
}
