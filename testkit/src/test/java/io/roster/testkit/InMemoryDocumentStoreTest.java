package io.roster.testkit;

import io.roster.core.cimd.InMemoryDocumentStore;
import io.roster.core.store.InMemoryClientStore;

class InMemoryDocumentStoreTest extends DocumentStoreContract {
  @Override
  protected Stores emptyStores() {
    var clients = new InMemoryClientStore();
    return new Stores(clients, new InMemoryDocumentStore(clients));
  }
}
