package io.roster.spring.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.grant.GrantStore.Saving;
import io.roster.core.grant.InMemoryGrantStore;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.store.InMemoryClientStore;
import io.roster.core.uri.RedirectUri;
import io.roster.testkit.Clients;
import io.roster.testkit.Grants;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndGrantsOnChangeTest {
  private final InMemoryClientStore clients = new InMemoryClientStore();
  private final InMemoryGrantStore grants = new InMemoryGrantStore(clients);
  private final EndGrantsOnChange events = new EndGrantsOnChange(grants);

  @Test
  void otherRedirectsOrKeysEndTheGrantsOfADocument() {
    var client = someClient(Tier.DOCUMENT);
    var elsewhere = List.of(RedirectUri.of("https://app.example/new"));

    assertThat(livesAfter(client, client.metadata().with(Members.REDIRECT_URIS, elsewhere)))
        .isFalse();
    var keys = client.metadata().with(Members.JWKS_URI, "https://app.example/keys");
    assertThat(livesAfter(client, keys)).isFalse();
  }

  @Test
  void nothingElseDoes() {
    var client = someClient(Tier.DOCUMENT);
    var renamed = client.metadata().with(Members.CLIENT_NAME, "Another");

    assertThat(livesAfter(client, renamed)).isTrue();
    var keys = client.metadata().with(Members.JWKS_URI, "https://app.example/keys");
    assertThat(livesAfter(someClient(Tier.OPEN), keys)).isTrue();
  }

  private boolean livesAfter(Client client, ClientMetadata next) {
    clients.insert(client);
    assertThat(grants.save(Grants.someGrant("g", client.id()))).isNotEqualTo(Saving.GONE);
    events.publish(new ClientEvent.Updated(client, Clients.changed(client, next), List.of()));
    return grants.findById("g").isPresent();
  }

  private static Client someClient(Tier tier) {
    return Clients.someClient("client-" + tier).admitted(Origin.of(tier), ClientState.ACTIVE);
  }
}
