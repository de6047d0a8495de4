package io.roster.testkit;

import io.roster.core.grant.InMemoryGrantStore;
import io.roster.core.store.InMemoryClientStore;

class InMemoryGrantStoreTest extends GrantStoreContract {
  @Override
  protected Stores emptyStores() {
    var clients = new InMemoryClientStore();
    return new Stores(clients, new InMemoryGrantStore(clients));
  }
}
