package io.roster.testkit;

import static io.roster.core.grant.GrantHandle.Kind.ACCESS_TOKEN;
import static io.roster.core.grant.GrantHandle.Kind.AUTHORIZATION_CODE;
import static io.roster.core.grant.GrantHandle.Kind.REFRESH_TOKEN;
import static io.roster.core.grant.GrantHandle.Kind.SPENT_REFRESH_TOKEN;
import static io.roster.core.grant.GrantStore.Saving.GONE;
import static io.roster.core.grant.GrantStore.Saving.SAVED;
import static io.roster.core.grant.GrantStore.Saving.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import io.roster.core.grant.GrantStore;
import io.roster.core.store.ClientStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every grant store promises. Extend it, hand over empty stores that belong together, and all
 * of this runs.
 */
public abstract class GrantStoreContract {
  /** A grant store and the client store it belongs to. */
  public record Stores(ClientStore clients, GrantStore grants) {
    Stores with(String... clientIds) {
      Arrays.stream(clientIds).forEach(id -> clients.insert(Clients.someClient(id)));
      return this;
    }
  }

  private static final ClientId APP = new ClientId("app");
  private static final ClientId OTHER_APP = new ClientId("other-app");

  /** Stores without clients and grants, the only ones in use at that time. */
  protected abstract Stores emptyStores();

  @Test
  void aNewGrantIsFoundAsItWasSaved() {
    var grants = emptyStores().with("app").grants();
    var grant = Grants.someGrant("g", APP);

    var saving = grants.save(grant);

    assertThat(saving).isEqualTo(SAVED);
    assertThat(grants.findById("g")).contains(grant);
    assertThat(grants.findByHandle(grant.handles().getFirst())).contains(grant);
  }

  @Test
  void aPersonsGrantsAreListedAndEnded() {
    var grants = emptyStores().with("app", "other-app").grants();
    var second = Grants.someGrant("b", OTHER_APP);
    var first = Grants.someGrant("a", APP);
    grants.save(second);
    grants.save(first);

    assertThat(grants.ofSubject("alice", 10))
        .containsExactly(first.withoutHandles(), second.withoutHandles());
    assertThat(grants.ofSubject("alice", 1)).containsExactly(first.withoutHandles());
    assertThat(grants.ofSubject("bob", 10)).isEmpty();
    assertThat(grants.revokeAll(APP, "bob")).isZero();
    assertThat(grants.revokeAll(APP, "alice")).isEqualTo(1);
    assertThat(grants.ofSubject("alice", 10)).containsExactly(second.withoutHandles());
  }

  @Test
  void everyHandleLeadsToTheGrantAndKeepsItsPlace() {
    var grants = emptyStores().with("app").grants();
    var first = Grants.someGrant("g", APP);
    var kinds = GrantHandle.Kind.values();
    var every =
        IntStream.range(0, kinds.length)
            .mapToObj(i -> Grants.handle(kinds[i], "z".repeat(40 - i)))
            .toArray(GrantHandle[]::new);
    var second = Grants.next(first, every);

    grants.save(first);
    grants.save(second);

    assertThat(every).allSatisfy(h -> assertThat(grants.findByHandle(h)).contains(second));
  }

  @Test
  void aGrantWithoutHandlesIsFoundById() {
    var grants = emptyStores().with("app").grants();
    var first = Grants.someGrant("g", APP);
    grants.save(first);
    var second = Grants.next(first);

    grants.save(second);

    assertThat(grants.findById("g")).contains(second);
    assertThat(grants.findByHandle(first.handles().getFirst())).isEmpty();
  }

  @Test
  void whatNobodySavedIsNotFound() {
    var grants = emptyStores().with("app").grants();
    grants.save(Grants.someGrant("g", APP));

    assertThat(grants.findById("G")).isEmpty();
    assertThat(grants.findByHandle(Grants.handle(ACCESS_TOKEN, "code-of-g"))).isEmpty();
    assertThat(grants.findByHandle(Grants.handle(AUTHORIZATION_CODE, "CODE-OF-G"))).isEmpty();
  }

  @Test
  void oneDigestMayBeOfSeveralKindsInDifferentGrants() {
    var grants = emptyStores().with("app").grants();
    var current = Grants.someGrant("current", APP);
    var spent = Grants.someGrant("spent", APP);
    grants.save(current);
    grants.save(spent);
    var currentNext = Grants.next(current, Grants.handle(REFRESH_TOKEN, "same"));
    var spentNext = Grants.next(spent, Grants.handle(SPENT_REFRESH_TOKEN, "same"));

    grants.save(currentNext);
    grants.save(spentNext);

    assertThat(grants.findByHandle(Grants.handle(REFRESH_TOKEN, "same"))).contains(currentNext);
    assertThat(grants.findByHandle(Grants.handle(SPENT_REFRESH_TOKEN, "same"))).contains(spentNext);
  }

  @Test
  void aNextRevisionReplacesTheHandles() {
    var grants = emptyStores().with("app").grants();
    var first = Grants.someGrant("g", APP);
    grants.save(first);
    var second =
        Grants.next(first, Grants.handle(ACCESS_TOKEN, "a"), Grants.handle(REFRESH_TOKEN, "r"));

    var saving = grants.save(second);

    assertThat(saving).isEqualTo(SAVED);
    assertThat(grants.findByHandle(first.handles().getFirst())).isEmpty();
    assertThat(grants.findByHandle(Grants.handle(REFRESH_TOKEN, "r"))).contains(second);
  }

  @Test
  void theBodySurvivesAsItIs() {
    var grants = emptyStores().with("app").grants();
    var body = "{\"name\":\"Zoë 👩‍🚀 ' \\\" \\\\ \"}\n" + "x".repeat(20_000);
    var some = Grants.someGrant("g", APP);
    var grant =
        new Grant("g", APP, "Zoë's subject", some.expiresAt().plusMillis(7), List.of(), body, 1);

    grants.save(grant);

    assertThat(grants.findById("g")).contains(grant);
  }

  @Test
  void aRevisionThatDoesNotFollowIsStaleAndChangesNothing() {
    var grants = emptyStores().with("app").grants();
    var first = Grants.someGrant("g", APP);
    var second = Grants.next(first, Grants.handle(ACCESS_TOKEN, "second"));
    grants.save(first);
    grants.save(second);

    var firstAgain = grants.save(first);
    var secondAgain = grants.save(Grants.next(first, Grants.handle(ACCESS_TOKEN, "thief")));
    var skipping = grants.save(Grants.next(Grants.next(second)));

    assertThat(List.of(firstAgain, secondAgain, skipping)).containsOnly(STALE);
    assertThat(grants.findById("g")).contains(second);
    assertThat(grants.findByHandle(Grants.handle(ACCESS_TOKEN, "thief"))).isEmpty();
  }

  @Test
  void ofManyWritersToOneRevisionExactlyOneWins() throws Exception {
    var grants = emptyStores().with("app").grants();
    var first = Grants.someGrant("g", APP);
    grants.save(first);

    var results =
        Together.call(
            64, i -> grants.save(Grants.next(first, Grants.handle(ACCESS_TOKEN, "t" + i))));

    assertThat(results).containsOnlyOnce(SAVED);
    assertThat(results).filteredOn(STALE::equals).hasSize(63);
    assertThat(grants.findById("g").orElseThrow().handles())
        .containsExactly(Grants.handle(ACCESS_TOKEN, "t" + results.indexOf(SAVED)));
  }

  @Test
  void aGrantOfAMissingClientIsGone() {
    var grants = emptyStores().grants();

    var saving = grants.save(Grants.someGrant("g", APP));

    assertThat(saving).isEqualTo(GONE);
    assertThat(grants.findById("g")).isEmpty();
  }

  @Test
  void aNextRevisionOfAMissingGrantIsGone() {
    var grants = emptyStores().with("app").grants();

    var saving = grants.save(Grants.next(Grants.someGrant("g", APP)));

    assertThat(saving).isEqualTo(GONE);
  }

  @Test
  void aDeletedClientTakesItsGrantsAlong() {
    var stores = emptyStores().with("app", "other-app");
    var doomed = Grants.someGrant("doomed", APP);
    var other = Grants.someGrant("other", OTHER_APP);
    stores.grants().save(doomed);
    stores.grants().save(other);

    stores.clients().delete(APP, Ending.DELETED_BY_CLIENT, Clients.NOON);

    assertThat(stores.grants().findById("doomed")).isEmpty();
    assertThat(stores.grants().findByHandle(doomed.handles().getFirst())).isEmpty();
    assertThat(stores.grants().save(Grants.next(doomed))).isEqualTo(GONE);
    assertThat(stores.grants().findById("other")).contains(other);
  }

  @Test
  void aRevokedGrantIsGoneWithItsHandles() {
    var grants = emptyStores().with("app").grants();
    var grant = Grants.someGrant("g", APP);
    grants.save(grant);

    var revoked = grants.revoke("g");

    assertThat(revoked).isTrue();
    assertThat(grants.findById("g")).isEmpty();
    assertThat(grants.findByHandle(grant.handles().getFirst())).isEmpty();
    assertThat(grants.save(Grants.next(grant))).isEqualTo(GONE);
    assertThat(grants.revoke("g")).isFalse();
  }

  @Test
  void revokingAllEndsTheGrantsOfOneClientOnly() {
    var grants = emptyStores().with("app", "other-app").grants();
    IntStream.range(0, 5).forEach(i -> grants.save(Grants.someGrant("g" + i, APP)));
    var other = Grants.someGrant("other", OTHER_APP);
    grants.save(other);

    int revoked = grants.revokeAll(APP);

    assertThat(revoked).isEqualTo(5);
    assertThat(grants.findByHandle(Grants.handle(AUTHORIZATION_CODE, "code-of-g0"))).isEmpty();
    assertThat(grants.findById("other")).contains(other);
    assertThat(grants.revokeAll(APP)).isZero();
  }

  @Test
  void aGrantIsFoundAfterItExpiredUntilItIsPurged() {
    var grants = emptyStores().with("app").grants();
    var grant = Grants.expiring(Grants.someGrant("g", APP), Clients.NOON);
    grants.save(grant);

    int tooEarly = grants.purgeExpired(Clients.NOON, 10);
    var before = grants.findById("g");
    int purged = grants.purgeExpired(Clients.NOON.plusSeconds(1), 10);

    assertThat(tooEarly).isZero();
    assertThat(before).contains(grant);
    assertThat(purged).isEqualTo(1);
    assertThat(grants.findById("g")).isEmpty();
    assertThat(grants.findByHandle(grant.handles().getFirst())).isEmpty();
  }

  @Test
  void aPurgeStopsAtItsLimitAndLeavesLiveGrants() {
    var grants = emptyStores().with("app").grants();
    for (int i = 0; i < 7; i++) {
      var expiry = Clients.NOON.minus(Duration.ofMinutes(i));
      grants.save(Grants.expiring(Grants.someGrant("old" + i, APP), expiry));
    }
    grants.save(Grants.someGrant("live", APP));
    var now = Clients.NOON.plusSeconds(1);

    var purged = IntStream.range(0, 4).map(i -> grants.purgeExpired(now, 3)).boxed().toList();

    assertThat(purged).containsExactly(3, 3, 1, 0);
    assertThat(grants.findById("live")).isPresent();
    assertThatThrownBy(() -> grants.purgeExpired(now, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void grantsSavedAtTheSameTimeAreAllThere() throws Exception {
    var grants = emptyStores().with("app").grants();

    var results = Together.call(300, i -> grants.save(Grants.someGrant("g" + i, APP)));

    assertThat(results).hasSize(300).containsOnly(SAVED);
    assertThat(IntStream.range(0, 300))
        .allMatch(
            i ->
                grants
                    .findByHandle(Grants.handle(AUTHORIZATION_CODE, "code-of-g" + i))
                    .isPresent());
  }
}
