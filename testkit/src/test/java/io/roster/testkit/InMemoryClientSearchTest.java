package io.roster.testkit;

import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;

class InMemoryClientSearchTest extends ClientSearchContract {
  @Override
  protected ClientStore emptyStore() {
    return new InMemoryClientStore();
  }
}
