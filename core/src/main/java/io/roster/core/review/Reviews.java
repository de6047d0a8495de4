package io.roster.core.review;

import static io.roster.core.client.ClientState.ACTIVE;
import static io.roster.core.client.ClientState.DENIED;
import static io.roster.core.client.ClientState.PENDING;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Review;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Replacement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What is decided about one client counts for those like it: for those that wait, and for those
 * that come later and would have to. Many applications register anew at every attempt.
 */
public final class Reviews {
  private static final String DENIED_RULE = "no-denial-remembered";
  // Not whoever registers: nobody approves themselves.
  private static final Actor SELF = Actor.server("review");
  private static final int BATCH = 100;
  private static final int ROUNDS = 16;

  private final ClientStore clients;
  private final ClientEvents events;
  private final InstantSource clock;

  public Reviews(ClientStore clients, ClientEvents events, InstantSource clock) {
    this.clients = clients;
    this.events = events;
    this.clock = clock;
  }

  /** A new client that the rules hold: it waits, unless one like it was decided on before. */
  public Client held(Client fresh) {
    var of = Alike.of(fresh);
    var waits = fresh.admitted(fresh.origin(), PENDING);
    return of.flatMap(clients::precedent)
        .flatMap(before -> following(before, waits))
        .orElse(waits)
        .reviewed(Review.since(clock.instant(), of));
  }

  /** The same client as the one decided on, where that decision counts for it. */
  private static Optional<Client> following(Client before, Client client) {
    return switch (before.state()) {
      case ACTIVE -> Optional.of(client).filter(Alike::sharesApproval).map(c -> as(c, ACTIVE));
      case DENIED -> Optional.of(as(client, DENIED));
      // Somebody has second thoughts about it.
      case DISABLED, PENDING -> Optional.empty();
    };
  }

  private static Client as(Client client, ClientState state) {
    return client.admitted(client.origin(), state);
  }

  /** Why a client is not taken that is like one that was denied. */
  public static Finding denial() {
    return Finding.rejecting(
        DENIED_RULE,
        Violation.metadata(
            "client_id",
            "an administrator has denied this application before: ask the operator of the server"));
  }

  /**
   * A client that was stored just now, as it is after a decision on one like it that was taken
   * meanwhile; tells that somebody has to decide where nobody was told yet.
   */
  public Client stored(Client fresh) {
    if (fresh.state() != PENDING) {
      return fresh;
    }
    var decided =
        fresh.review().of().flatMap(clients::precedent).flatMap(before -> follow(before, fresh));
    if (decided.isEmpty()) {
      announce(fresh);
    }
    return decided.orElse(fresh);
  }

  private Optional<Client> follow(Client before, Client client) {
    return following(before, client)
        .map(state -> client.decided(state.state()).reviewed(decision(before, client)))
        .filter(next -> Acting.as(SELF, () -> clients.replace(next)) == Replacement.REPLACED)
        .map(next -> told(client, next));
  }

  private Client told(Client before, Client after) {
    events.publish(new ClientEvent.Decided(before, after));
    return after;
  }

  /** Tells that a client waits, unless one like it does already. */
  public void announce(Client waiting) {
    boolean isFirst =
        waiting
            .review()
            .of()
            .filter(of -> clients.alike(of, PENDING, Optional.empty(), 2).size() > 1)
            .isEmpty();
    if (isFirst) {
      events.publish(new ClientEvent.Held(waiting));
    }
  }

  /** What there is to decide about a client that changed. */
  public Review changed(Client before, Client after) {
    boolean same =
        before.metadata().equals(after.metadata())
            && before.origin().tier() == after.origin().tier();
    if (same && before.state() == after.state()) {
      return before.review();
    }
    return switch (after.state()) {
      case PENDING -> Review.since(clock.instant(), Alike.of(after));
      // Nobody has seen what it is now, and nobody had to.
      case ACTIVE -> Review.NONE;
      // What was decided on is what it was.
      case DISABLED, DENIED -> before.review();
    };
  }

  /** What there is to remember of a decision that is being taken. */
  public Review decision(Client before, ClientState state, Optional<String> reason) {
    boolean concerns = state == DENIED || before.state() == PENDING || isKnown(before);
    if (!concerns) {
      return new Review(Optional.empty(), Optional.of(clock.instant()), reason);
    }
    var of = state == DENIED && before.state() == DENIED ? before.review().of() : Alike.of(before);
    return new Review(of, Optional.of(clock.instant()), reason);
  }

  private static boolean isKnown(Client client) {
    return client.review().of().isPresent();
  }

  private Review decision(Client precedent, Client client) {
    return new Review(
        client.review().of(), Optional.of(clock.instant()), precedent.review().reason());
  }

  /**
   * Takes the same decision on all clients like this one that wait, and where it is an approval
   * also on those that were denied with it; returns how many they were.
   */
  public int decideAlike(Client decided) {
    var of = decided.review().of();
    if (of.isEmpty()) {
      return 0;
    }
    return switch (decided.state()) {
      case ACTIVE -> decide(decided, of.get(), PENDING) + decide(decided, of.get(), DENIED);
      case DENIED -> decide(decided, of.get(), PENDING);
      case DISABLED, PENDING -> 0;
    };
  }

  private int decide(Client decided, String of, ClientState from) {
    int all = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var pass = pass(decided, of, from);
      all += pass.decided();
      if (!pass.again()) {
        return all;
      }
    }
    return all;
  }

  /**
   * What came of deciding on all once; some may have changed meanwhile, and are looked at again.
   */
  private record Pass(int decided, boolean again) {}

  private Pass pass(Client decided, String of, ClientState from) {
    int done = 0;
    boolean stale = false;
    var page = clients.alike(of, from, Optional.empty(), BATCH);
    while (!page.isEmpty()) {
      // A server of an older release may have changed a client and not what is to be decided.
      var current = page.stream().filter(c -> Alike.of(c).equals(Optional.of(of))).toList();
      var next = new ArrayList<Client>();
      var before = new ArrayList<Client>();
      for (var client : current) {
        following(decided, client)
            .ifPresent(
                as -> {
                  before.add(client);
                  next.add(client.decided(as.state()).reviewed(decision(decided, client)));
                });
      }
      var outcomes = clients.replaceAll(next);
      for (int i = 0; i < outcomes.size(); i++) {
        if (outcomes.get(i) == Replacement.REPLACED) {
          done++;
          events.publish(new ClientEvent.Decided(before.get(i), next.get(i)));
        }
        stale |= outcomes.get(i) == Replacement.STALE;
      }
      page = clients.alike(of, from, Optional.of(page.getLast()), BATCH);
    }
    return new Pass(done, stale);
  }
}
