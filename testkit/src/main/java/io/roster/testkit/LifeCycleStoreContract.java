package io.roster.testkit;

import static io.roster.testkit.Clients.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.client.Tombstone;
import io.roster.core.grant.GrantStore.Saving;
import io.roster.core.store.InsertConditions;
import io.roster.core.store.LifeCycleStore.Lease;
import io.roster.core.store.Standing;
import io.roster.core.store.StandingQuery;
import io.roster.core.store.UseClock;
import io.roster.testkit.GrantStoreContract.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store promises about how clients age and go. Extend it and hand over empty stores. */
public abstract class LifeCycleStoreContract {
  private static final ClientId A = new ClientId("a");
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  private @Nullable Stores stores;

  /** Stores without clients and grants, the only ones in use at that time. */
  protected abstract Stores emptyStores();

  // The subclass opens them only before each test, which is after this class would have asked.
  private Stores stores() {
    if (stores == null) {
      stores = emptyStores();
    }
    return stores;
  }

  @Test
  void aUseIsNotedWithoutChangingTheRevision() {
    var client = inserted("a");

    stores().clients().noteUses(Map.of(A, LATER));

    assertThat(stores().clients().find(A)).contains(client.lastUsed(Optional.of(LATER)));
  }

  @Test
  void theLatestUseStaysAndUnknownClientsAreIgnored() {
    inserted("a");
    stores().clients().noteUses(Map.of(A, LATER));

    stores().clients().noteUses(Map.of(A, NOON, new ClientId("unknown"), NOON));
    var between = stores().clients().find(A).orElseThrow().lastUsedAt();
    stores().clients().noteUses(Map.of(A, LATER.plus(Duration.ofMinutes(2))));

    assertThat(between).contains(LATER);
    assertThat(stores().clients().find(A).orElseThrow().lastUsedAt())
        .contains(LATER.plus(Duration.ofMinutes(2)));
    assertThat(stores().clients().find(new ClientId("unknown"))).isEmpty();
  }

  @Test
  void anUpdateLeavesTheLastUse() {
    var client = inserted("a");
    stores().clients().noteUses(Map.of(A, LATER));

    stores().clients().replace(Clients.renamed(client, "renamed"));

    assertThat(stores().clients().find(A).orElseThrow().lastUsedAt()).contains(LATER);
  }

  @Test
  void eachClientIsOnOneClockOfItsTier() {
    inserted("unused");
    inserted("used");
    stores().clients().noteUses(Map.of(new ClientId("used"), LATER));
    var admitted =
        Clients.someClient("admitted").admitted(Origin.of(Tier.TOKEN), ClientState.ACTIVE);
    stores().clients().insert(admitted, InsertConditions.NONE);

    assertThat(ids(Tier.OPEN, UseClock.NEVER_USED)).containsExactly("unused");
    assertThat(ids(Tier.OPEN, UseClock.IDLE)).containsExactly("used");
    assertThat(ids(Tier.TOKEN, UseClock.NEVER_USED)).containsExactly("admitted");
    assertThat(ids(Tier.TOKEN, UseClock.IDLE)).isEmpty();
  }

  @Test
  void whoseClockStartedFirstComesFirstAndPagesGoOn() {
    var ids = IntStream.range(0, 25).mapToObj(i -> "client-" + (i * 7) % 25).toList();
    for (int i = 0; i < ids.size(); i++) {
      // Five at a time are used at the same instant.
      inserted(ids.get(i));
      var at = NOON.plus(Duration.ofHours(i / 5));
      stores().clients().noteUses(Map.of(new ClientId(ids.get(i)), at));
    }
    var query = query(Tier.OPEN, UseClock.IDLE, NOON.plus(Duration.ofHours(4)));

    var listed = new ArrayList<String>();
    var page = stores().clients().standings(query);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
      page.forEach(one -> listed.add(one.id().value()));
      page = stores().clients().standings(query.after(page.getLast()));
    }

    assertThat(listed)
        .hasSize(20)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ids.subList(0, 20));
    assertThat(listed.subList(0, 5)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 5));
  }

  @Test
  void whoIsToGoGoesAndLeavesATombstone() {
    var client = inserted("a");
    inserted("b");

    var ended = stores().clients().end(standings(), Ending.NEVER_USED, LATER);

    assertThat(ended).containsExactlyInAnyOrder(A, new ClientId("b"));
    assertThat(stores().clients().find(A)).isEmpty();
    assertThat(stores().clients().findTombstone(A))
        .contains(Tombstone.of(client, Ending.NEVER_USED, LATER));
  }

  @Test
  void whoeverWasUsedOrDecidedOnMeanwhileStays() {
    inserted("used");
    var decided = inserted("decided");
    inserted("doomed");
    var read = standings();
    stores().clients().noteUses(Map.of(new ClientId("used"), LATER));
    stores().clients().replace(decided.decided(ClientState.DISABLED));

    var ended = stores().clients().end(read, Ending.NEVER_USED, LATER);

    assertThat(ended).containsExactly(new ClientId("doomed"));
    assertThat(stores().clients().firstPage(10)).hasSize(2);
  }

  @Test
  void aLiveGrantIsSeenAndKeepsItsClient() {
    inserted("a");
    var beforeTheGrant = standings();
    var grant = Grants.someGrant("g", A);
    assertThat(stores().grants().save(grant)).isEqualTo(Saving.SAVED);

    var ended = stores().clients().end(beforeTheGrant, Ending.NEVER_USED, NOON);

    assertThat(beforeTheGrant).extracting(Standing::hasLiveGrant).containsExactly(false);
    assertThat(standings()).extracting(Standing::hasLiveGrant).containsExactly(true);
    assertThat(ended).isEmpty();
    assertThat(stores().clients().find(A)).isPresent();
    assertThat(stores().grants().findById("g")).contains(grant);
  }

  @Test
  void aGrantThatIsOverKeepsNobody() {
    inserted("a");
    var grant = Grants.someGrant("g", A);
    stores().grants().save(grant);

    var ended = stores().clients().end(standings(), Ending.IDLE, grant.expiresAt());

    assertThat(ended).containsExactly(A);
    assertThat(stores().grants().findById("g")).isEmpty();
  }

  @Test
  void ofAGrantAndAnEndingAtOnceNeverBothCount() throws Exception {
    for (int round = 0; round < 20; round++) {
      var client = inserted("round-" + round);
      var grant = Grants.someGrant("grant-" + round, client.id());
      var read = standings();

      var both =
          Together.call(
              2,
              i ->
                  i == 0
                      ? stores().grants().save(grant) == Saving.SAVED
                      : !stores().clients().end(read, Ending.NEVER_USED, NOON).isEmpty());

      assertThat(both).as("granted, ended").containsOnlyOnce(true);
      assertThat(stores().grants().findById(grant.id()).isPresent()).isEqualTo(both.getFirst());
    }
  }

  @Test
  void aDeletedClientIsRememberedAndMayComeBack() {
    var client = inserted("a");
    stores().clients().delete(A, Ending.DELETED_BY_CLIENT, LATER);
    stores().clients().insert(client);
    stores().clients().noteUses(Map.of(A, LATER));

    stores().clients().delete(A, Ending.DELETED_BY_ADMINISTRATOR, LATER.plusSeconds(1));

    var remembered = stores().clients().findTombstone(A).orElseThrow();
    assertThat(remembered.ending()).isEqualTo(Ending.DELETED_BY_ADMINISTRATOR);
    assertThat(remembered.endedAt()).isEqualTo(LATER.plusSeconds(1));
    assertThat(remembered.lastUsedAt()).contains(LATER);
    assertThat(stores().clients().findTombstone(new ClientId("never"))).isEmpty();
  }

  @Test
  void oldTombstonesAreForgottenSoManyAtATime() {
    for (int i = 0; i < 5; i++) {
      inserted("old-" + i);
      stores().clients().delete(new ClientId("old-" + i), Ending.DELETED_BY_CLIENT, NOON);
    }
    inserted("new");
    stores().clients().delete(new ClientId("new"), Ending.DELETED_BY_CLIENT, LATER);

    assertThat(stores().clients().purgeTombstones(LATER, 3)).isEqualTo(3);
    assertThat(stores().clients().purgeTombstones(LATER, 3)).isEqualTo(2);
    assertThat(stores().clients().purgeTombstones(LATER, 3)).isZero();
    assertThat(stores().clients().findTombstone(new ClientId("new"))).isPresent();
  }

  @Test
  void aLeaseIsOneHoldersUntilItEndsOrIsGivenBack() {
    assertThat(lease("one", NOON.plusSeconds(60), NOON)).isTrue();
    assertThat(lease("two", NOON.plusSeconds(90), NOON.plusSeconds(30))).isFalse();
    assertThat(lease("one", NOON.plusSeconds(90), NOON.plusSeconds(30))).isTrue();
    assertThat(lease("two", NOON.plusSeconds(120), NOON.plusSeconds(60))).isFalse();
    assertThat(lease("two", NOON.plusSeconds(150), NOON.plusSeconds(90))).isTrue();
    assertThat(lease("two", NOON.plusSeconds(100), NOON.plusSeconds(100))).isTrue();
    assertThat(lease("one", NOON.plusSeconds(170), NOON.plusSeconds(110))).isTrue();
  }

  @Test
  void aLeaseFromAClockThatWentWrongHoldsNobody() {
    assertThat(lease("wrong", NOON.plus(Duration.ofDays(400)), NOON)).isTrue();

    assertThat(lease("right", NOON.plusSeconds(60), NOON)).isTrue();
  }

  @Test
  void ofManyWhoAskForALeaseOneGetsIt() throws Exception {
    var got = Together.call(32, i -> lease("node " + i, NOON.plusSeconds(60), NOON));

    assertThat(got).containsOnlyOnce(true);
  }

  private boolean lease(String holder, Instant until, Instant now) {
    return stores().clients().lease(new Lease("purge", holder, until), now);
  }

  private Client inserted(String id) {
    var client = Clients.someClient(id);
    stores().clients().insert(client);
    return client;
  }

  private List<Standing> standings() {
    return stores().clients().standings(query(Tier.OPEN, UseClock.NEVER_USED, LATER));
  }

  private List<String> ids(Tier tier, UseClock clock) {
    var query = query(tier, clock, LATER.plusSeconds(1));
    return stores().clients().standings(query).stream().map(one -> one.id().value()).toList();
  }

  private static StandingQuery query(Tier tier, UseClock clock, Instant since) {
    return new StandingQuery(tier, clock, since, Optional.empty(), 7, NOON);
  }
}
