package io.roster.testkit;

import io.roster.core.store.InMemoryClientStore;
import io.roster.core.store.InMemoryInitialTokenStore;

class InMemoryInitialTokenStoreTest extends InitialTokenStoreContract {
  @Override
  protected Stores emptyStores() {
    var tokens = new InMemoryInitialTokenStore();
    return new Stores(new InMemoryClientStore(tokens), tokens);
  }
}
