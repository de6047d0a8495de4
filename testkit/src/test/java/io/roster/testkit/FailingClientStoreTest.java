package io.roster.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.client.Ending;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.core.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;

class FailingClientStoreTest extends ClientStoreContract {
  @Override
  protected ClientStore emptyStore() {
    return new FailingClientStore(new InMemoryClientStore());
  }

  @Test
  void failsAfterTheCallsItWasToldUntilItRecovers() {
    var store = new FailingClientStore(new InMemoryClientStore());
    var client = Clients.someClient("a");

    store.failAfter(1);
    store.insert(client);

    assertThatThrownBy(() -> store.find(client.id())).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.delete(client.id(), Ending.DELETED_BY_CLIENT, Clients.NOON))
        .isInstanceOf(StoreUnavailableException.class);
    store.recover();
    assertThat(store.find(client.id())).contains(client);
  }
}
