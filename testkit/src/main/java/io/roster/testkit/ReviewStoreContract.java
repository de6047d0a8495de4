package io.roster.testkit;

import static io.roster.core.client.ClientState.ACTIVE;
import static io.roster.core.client.ClientState.DENIED;
import static io.roster.core.client.ClientState.DISABLED;
import static io.roster.core.client.ClientState.PENDING;
import static io.roster.testkit.Clients.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Origin;
import io.roster.core.client.Review;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.ClientStore.Replacement;
import io.roster.core.store.InsertConditions;
import io.roster.core.store.ReviewStore.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store promises of what administrators decide. Extend it, hand over an empty store. */
public abstract class ReviewStoreContract {
  private @Nullable ClientStore store;

  /** A store without clients, the only one in use at that time. */
  protected abstract ClientStore emptyStore();

  // The subclass opens it only before each test, which is after this class would have asked.
  private ClientStore store() {
    if (store == null) {
      store = emptyStore();
    }
    return store;
  }

  @Test
  void aReviewIsFoundAsItWasInsertedAndAsItWasReplaced() {
    var review = new Review(Optional.of("x"), Optional.of(NOON.plusMillis(1)), Optional.of("Nö."));
    var client = waiting("a", "x", 0).reviewed(review);
    store().insert(client);
    var denied = client.decided(DENIED).reviewed(Review.since(NOON, Optional.of("y")));

    assertThat(store().find(client.id())).contains(client);
    assertThat(store().replace(denied)).isEqualTo(Replacement.REPLACED);
    assertThat(store().find(client.id())).contains(denied);
  }

  @Test
  void thoseAlikeArePagedInTheOrderInWhichTheyBeganToWait() {
    var late = inserted(waiting("a", "x", 3));
    var early = inserted(waiting("b", "x", 1));
    var between = inserted(waiting("c", "x", 2));
    inserted(waiting("d", "y", 1));
    inserted(as(waiting("e", "x", 1), ACTIVE));

    assertThat(store().alike("x", PENDING, Optional.empty(), 2)).containsExactly(early, between);
    assertThat(store().alike("x", PENDING, Optional.of(between), 2)).containsExactly(late);
    assertThat(store().alike("x", PENDING, Optional.of(late), 2)).isEmpty();
    assertThat(store().alike("z", PENDING, Optional.empty(), 2)).isEmpty();
  }

  @Test
  void theLastDecisionIsTheOneToFollowWhateverItWas() {
    inserted(waiting("w", "x", 9));
    assertThat(store().precedent("x")).isEmpty();

    inserted(as(waiting("a", "x", 1), ACTIVE));
    var denied = inserted(as(waiting("b", "x", 3), DENIED));
    inserted(as(waiting("c", "x", 2), DISABLED));
    inserted(as(waiting("d", "y", 8), ACTIVE));

    assertThat(store().precedent("x")).contains(denied);
    assertThat(store().precedent("z")).isEmpty();
  }

  @Test
  void theQueueHasOneLineForAllThatAreAlike() {
    inserted(waiting("b", "x", 5));
    var first = inserted(waiting("a", "x", 6));
    inserted(waiting("c", "x", 4));
    var other = inserted(waiting("d", "y", 1));
    var alone = inserted(alone("e", 2));
    inserted(as(waiting("f", "z", 2), DENIED));

    var lines = store().waiting(Optional.empty(), 2);
    var rest = store().waiting(Optional.of(lines.getLast().first().id()), 2);

    assertThat(lines)
        .containsExactly(
            new Waiting(first, 3, NOON.plusSeconds(4), NOON.plusSeconds(6)),
            new Waiting(other, 1, NOON.plusSeconds(1), NOON.plusSeconds(1)));
    assertThat(rest)
        .containsExactly(new Waiting(alone, 1, NOON.plusSeconds(2), NOON.plusSeconds(2)));
  }

  @Test
  void theQueueTakesAsManyAsItMayAndOthersComeInAllTheSame() {
    var two = new InsertConditions(Optional.empty(), 0, Optional.empty(), 2);

    assertThat(store().insert(waiting("a", "x", 0), two)).isEqualTo(Insertion.INSERTED);
    assertThat(store().insert(alone("b", 0), two)).isEqualTo(Insertion.INSERTED);
    assertThat(store().insert(waiting("c", "y", 0), two)).isEqualTo(Insertion.QUEUE_FULL);
    assertThat(store().insert(as(waiting("d", "y", 0), ACTIVE), two)).isEqualTo(Insertion.INSERTED);
    assertThat(store().find(new ClientId("c"))).isEmpty();
  }

  @Test
  void nobodySlipsIntoAFullQueueBesideAnother() throws Exception {
    var three = new InsertConditions(Optional.empty(), 0, Optional.empty(), 3);

    var insertions = Together.call(16, i -> store().insert(waiting("client-" + i, "x", i), three));

    assertThat(insertions).filteredOn(Insertion.INSERTED::equals).hasSize(3);
    assertThat(insertions).filteredOn(Insertion.QUEUE_FULL::equals).hasSize(13);
  }

  @Test
  void roomIsMadeByTheOneThatWaitsLongestOfTheMost() {
    assertThat(store().crowding()).isEmpty();
    var alone = inserted(alone("a", 0));
    assertThat(store().crowding()).contains(alone);

    inserted(waiting("b", "x", 1));
    var longest = inserted(waiting("c", "y", 2));
    inserted(waiting("d", "y", 3));
    store().noteUses(Map.of(alone.id(), NOON.plus(Duration.ofHours(1))));

    assertThat(store().crowding()).contains(longest);
  }

  @Test
  void manyAreReplacedInOneStepEachByItsOwnRevision() {
    var clients = IntStream.range(0, 3).mapToObj(i -> inserted(waiting("c" + i, "x", i))).toList();
    var stale = clients.get(1);
    store().replace(stale.decided(DENIED));
    var gone = waiting("gone", "x", 0).decided(ACTIVE);

    var outcomes =
        store()
            .replaceAll(
                List.of(
                    clients.get(0).decided(ACTIVE),
                    stale.decided(ACTIVE),
                    gone,
                    clients.get(2).decided(ACTIVE)));

    assertThat(outcomes)
        .containsExactly(
            Replacement.REPLACED, Replacement.STALE, Replacement.GONE, Replacement.REPLACED);
    assertThat(clients)
        .extracting(client -> store().find(client.id()).orElseThrow().state())
        .containsExactly(ACTIVE, DENIED, ACTIVE);
    assertThat(store().replaceAll(List.of())).isEmpty();
  }

  private Client inserted(Client client) {
    assertThat(store().insert(client)).isEqualTo(Insertion.INSERTED);
    return client;
  }

  private static Client waiting(String id, String of, int seconds) {
    return as(Clients.someClient(id), PENDING)
        .reviewed(Review.since(NOON.plusSeconds(seconds), Optional.of(of)));
  }

  private static Client alone(String id, int seconds) {
    return as(Clients.someClient(id), PENDING)
        .reviewed(Review.since(NOON.plusSeconds(seconds), Optional.empty()));
  }

  private static Client as(Client client, ClientState state) {
    return client.admitted(Origin.OPEN, state);
  }
}
