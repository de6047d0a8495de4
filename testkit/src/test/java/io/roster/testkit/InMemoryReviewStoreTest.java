package io.roster.testkit;

import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;

class InMemoryReviewStoreTest extends ReviewStoreContract {
  @Override
  protected ClientStore emptyStore() {
    return new InMemoryClientStore();
  }
}
