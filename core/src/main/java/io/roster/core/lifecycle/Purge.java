package io.roster.core.lifecycle;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.store.LifeCycleStore;
import io.roster.core.store.LifeCycleStore.Lease;
import io.roster.core.store.Standing;
import io.roster.core.store.StandingQuery;
import io.roster.core.store.UseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends the clients whose clocks have run out, a bounded number at a time and one node at a time.
 * Whatever stops it, the next one goes on where it stopped.
 */
public final class Purge {
  private static final String LEASE = "purge";
  private static final Duration LEASE_LIFE = Duration.ofMinutes(1);
  private static final int BATCH = 100;
  private static final int EXAMPLES = 20;
  private static final int FORGOTTEN = 1000;

  private final LifeCycle rules;
  private final LifeCycleStore store;
  private final Uses uses;
  private final ClientEvents events;
  private final InstantSource clock;
  private final String node = UUID.randomUUID().toString();

  public Purge(
      LifeCycle rules, LifeCycleStore store, Uses uses, ClientEvents events, InstantSource clock) {
    this.rules = rules;
    this.store = store;
    this.uses = uses;
    this.events = events;
    this.clock = clock;
  }

  /** Ends clients until none is left to end or so much time is over. */
  public PurgeReport run(Duration most) {
    uses.write();
    takeLease(LEASE_LIFE);
    try {
      store.purgeTombstones(rules.forgettable(clock.instant()), FORGOTTEN);
      return over(most, this::end);
    } finally {
      takeLease(Duration.ZERO);
    }
  }

  /** Tells what {@link #run} would do; nothing changes. */
  public PurgeReport rehearse(Duration most) {
    uses.write();
    return over(most, (ending, doomed) -> doomed.stream().map(Standing::id).toList());
  }

  /** What is done about a batch of clients; returns those that went. */
  private interface Act {
    List<ClientId> on(Ending ending, List<Standing> doomed);
  }

  private List<ClientId> end(Ending ending, List<Standing> doomed) {
    takeLease(LEASE_LIFE);
    var ended = store.end(doomed, ending, clock.instant());
    if (!ended.isEmpty()) {
      events.publish(new ClientEvent.Purged(ended, ending));
    }
    return ended;
  }

  private void takeLease(Duration life) {
    var now = clock.instant();
    if (!store.lease(new Lease(LEASE, node, now.plus(life)), now)) {
      throw new PurgeBusyException();
    }
  }

  private PurgeReport over(Duration most, Act act) {
    var deadline = clock.instant().plus(most);
    var tally = new Tally();
    for (var tier : Tier.values()) {
      for (var kind : UseClock.values()) {
        var now = clock.instant();
        var since = rules.since(tier, kind, now);
        if (since.isPresent() && !tally.isLate) {
          var query = new StandingQuery(tier, kind, since.get(), Optional.empty(), BATCH, now);
          each(query, act, tally, deadline);
        }
      }
    }
    return tally.report();
  }

  private void each(StandingQuery first, Act act, Tally tally, Instant deadline) {
    var query = first;
    while (true) {
      var page = store.standings(query);
      tally.add(query, judge(page, query.now(), act), page.size());
      if (page.size() < query.limit()) {
        return;
      }
      if (clock.instant().isAfter(deadline)) {
        tally.isLate = true;
        return;
      }
      query = query.after(page.getLast());
    }
  }

  private List<ClientId> judge(List<Standing> page, Instant now, Act act) {
    var doomed = page.stream().filter(one -> rules.ending(one, now).isPresent()).toList();
    if (doomed.isEmpty()) {
      return List.of();
    }
    // One page is of one clock, and so of one reason.
    return act.on(rules.ending(doomed.getFirst(), now).orElseThrow(), doomed);
  }

  private static final class Tally {
    private final List<PurgeReport.Count> ended = new ArrayList<>();
    private final List<ClientId> examples = new ArrayList<>();
    private long kept;
    private boolean isLate;

    void add(StandingQuery query, List<ClientId> went, int seen) {
      kept += seen - went.size();
      went.stream().limit(EXAMPLES - examples.size()).forEach(examples::add);
      if (!went.isEmpty()) {
        var ending = query.clock() == UseClock.IDLE ? Ending.IDLE : Ending.NEVER_USED;
        boolean more =
            !ended.isEmpty()
                && ended.getLast().tier() == query.tier()
                && ended.getLast().ending() == ending;
        long before = more ? ended.removeLast().clients() : 0;
        ended.add(new PurgeReport.Count(query.tier(), ending, before + went.size()));
      }
    }

    PurgeReport report() {
      return new PurgeReport(ended, kept, examples, !isLate);
    }
  }
}
