package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What administrators have to decide and have decided; part of every ClientStore. */
public interface ReviewStore {
  /**
   * Returns the next clients in this state whose review is of the same, in the order of its time.
   */
  List<Client> alike(String of, ClientState state, Optional<Client> after, int limit);

  /** Finds the client that was decided on last of those whose review is of the same. */
  Optional<Client> precedent(String of);

  /**
   * Returns the next lines of the queue, in the order of their first clients: the clients that wait
   * and are alike are one line.
   */
  List<Waiting> waiting(Optional<ClientId> after, int limit);

  /**
   * Finds who has to make room in the queue: of the clients of which most are alike the one that
   * waits for longest. Nobody who was ever used does.
   */
  Optional<Client> crowding();

  /**
   * Clients that wait and are alike.
   *
   * @param first the one with the first identifier
   * @param clients how many there are
   * @param since when the longest waiting one began to wait
   * @param latest when the last one began to wait
   */
  record Waiting(Client first, long clients, Instant since, Instant latest) {}
}
