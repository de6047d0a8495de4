package io.roster.core.store;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.client.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When clients were used, how they go, and what is left of them; part of every ClientStore. */
public interface LifeCycleStore {
  /**
   * Notes when clients were last used; an instant at most a minute later than the one noted may be
   * ignored, an earlier one and an unknown client are. No revision changes.
   */
  void noteUses(Map<ClientId, Instant> uses);

  /** Returns a page of clients in the order in which their clocks started. */
  List<Standing> standings(StandingQuery query);

  /**
   * Ends these clients and leaves tombstones; returns those that went. A client stays that was used
   * or decided on since it was read, or has a grant that is live now.
   */
  List<ClientId> end(List<Standing> read, Ending ending, Instant now);

  /** Deletes the client and all its grants and leaves a tombstone; false when there was none. */
  boolean delete(ClientId id, Ending ending, Instant now);

  Optional<Tombstone> findTombstone(ClientId id);

  /** Forgets at most {@code limit} clients that went before then; returns how many. */
  int purgeTombstones(Instant endedBefore, int limit);

  /**
   * Lets one holder at a time do what the name stands for, until then; false while another one
   * does. Whoever asks again goes on; a lease that ends now is given back. One that ends more than
   * an hour after the one asked for was taken by a clock that went wrong, and holds nobody.
   */
  boolean lease(Lease lease, Instant now);

  /** Who may do what, and until when. */
  record Lease(String name, String holder, Instant until) {}
}
