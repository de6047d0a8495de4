package io.roster.spring.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.grant.InMemoryGrantStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.testkit.Clients;
import io.roster.testkit.Grants;
import io.roster.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class ExpiredGrantsTest {
  @Test
  void grantsThatAreOverGoAndTheOthersStay() {
    var clients = new InMemoryClientStore();
    clients.insert(Clients.someClient("a"));
    var grants = new InMemoryGrantStore(clients);
    for (int i = 0; i < 1200; i++) {
      var grant = Grants.someGrant("over" + i, new ClientId("a"));
      grants.save(Grants.expiring(grant, Clients.NOON.minusSeconds(1)));
    }
    var current = Grants.someGrant("current", new ClientId("a"));
    grants.save(Grants.expiring(current, Clients.NOON.plusSeconds(1)));
    var purge = new ExpiredGrants(grants, SettableClock.atNoon());

    assertThat(purge.purge()).isEqualTo(1200);
    assertThat(grants.findById("current")).isPresent();
  }
}
