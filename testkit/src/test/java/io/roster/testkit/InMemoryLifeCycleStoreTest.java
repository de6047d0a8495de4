package io.roster.testkit;

import io.roster.core.grant.InMemoryGrantStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.testkit.GrantStoreContract.Stores;

class InMemoryLifeCycleStoreTest extends LifeCycleStoreContract {
  @Override
  protected Stores emptyStores() {
    var clients = new InMemoryClientStore();
    var grants = new InMemoryGrantStore(clients);
    clients.keepForGrants(grants::hasLive);
    return new Stores(clients, grants);
  }
}
