package io.roster.testkit;

import io.roster.core.consent.InMemoryConsentStore;
import io.roster.core.store.InMemoryClientStore;

class InMemoryConsentStoreTest extends ConsentStoreContract {
  @Override
  protected Stores emptyStores() {
    var clients = new InMemoryClientStore();
    var consents = new InMemoryConsentStore(clients);
    clients.keepForConsents(consents::hasLive);
    return new Stores(clients, consents);
  }
}
