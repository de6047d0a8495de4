package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import java.util.List;
import java.util.Optional;

/**
 * Clients that were found, and where to go on looking; without, there are no more.
 *
 * @param next the last identifier that was looked at
 */
public record ClientPage(List<Client> clients, Optional<ClientId> next) {
  public ClientPage {
    clients = List.copyOf(clients);
  }
}
