package io.roster.testkit;

import static io.roster.core.consent.ConsentStore.Saving.GONE;
import static io.roster.core.consent.ConsentStore.Saving.SAVED;
import static io.roster.core.consent.ConsentStore.Saving.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.consent.Consent;
import io.roster.core.consent.ConsentStore;
import io.roster.core.metadata.Scope;
import io.roster.core.store.ClientStore;
import io.roster.core.store.StandingQuery;
import io.roster.core.store.UseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every store of consents promises. Extend it, hand over empty stores that belong together,
 * and all of this runs.
 */
public abstract class ConsentStoreContract {
  /** A consent store and the client store it belongs to. */
  public record Stores(ClientStore clients, ConsentStore consents) {
    Stores with(String... clientIds) {
      Arrays.stream(clientIds).forEach(id -> clients.insert(Clients.someClient(id)));
      return this;
    }
  }

  private static final ClientId APP = new ClientId("app");
  private static final Instant END = Clients.NOON.plus(Duration.ofDays(90));

  /** Stores without clients and consents, the only ones in use at that time. */
  protected abstract Stores emptyStores();

  @Test
  void aConsentIsFoundAsItWasSaved() {
    var consents = emptyStores().with("app").consents();
    var consent = consent("app", "alice", "https://mcp.example");

    assertThat(consents.save(consent)).isEqualTo(SAVED);

    assertThat(consents.find(consent.key())).contains(consent);
    assertThat(consents.find(new Consent.Key(APP, "alice", ""))).isEmpty();
    assertThat(consents.find(new Consent.Key(APP, "Alice", "https://mcp.example"))).isEmpty();
    assertThat(consents.find(new Consent.Key(APP, "bob", "https://mcp.example"))).isEmpty();
  }

  @Test
  void ofTwoFirstConsentsOneIsStale() {
    var consents = emptyStores().with("app").consents();
    consents.save(consent("app", "alice", ""));

    assertThat(consents.save(consent("app", "alice", ""))).isEqualTo(STALE);
  }

  @Test
  void onlyTheRevisionBeforeIsReplaced() {
    var consents = emptyStores().with("app").consents();
    var first = consent("app", "alice", "");
    var second = next(first, "read write");
    consents.save(first);

    assertThat(consents.save(second)).isEqualTo(SAVED);
    assertThat(consents.save(next(first, "admin"))).isEqualTo(STALE);

    assertThat(consents.find(first.key())).contains(second);
  }

  @Test
  void aConsentToNobodyIsRefused() {
    var stores = emptyStores().with("app");
    var consent = consent("app", "alice", "");
    stores.consents().save(consent);
    stores.clients().delete(APP, Ending.DELETED_BY_CLIENT, Clients.NOON);

    assertThat(stores.consents().find(consent.key())).isEmpty();
    assertThat(stores.consents().save(next(consent, "read"))).isEqualTo(GONE);
    assertThat(stores.consents().save(consent("unknown", "alice", ""))).isEqualTo(GONE);
  }

  @Test
  void aPersonsConsentsComeInOrder() {
    var consents = emptyStores().with("a", "b", "c").consents();
    var last = consent("c", "alice", "");
    var second = consent("b", "alice", "");
    var first = consent("a", "alice", "https://two.example");
    var zeroth = consent("a", "alice", "https://one.example");
    Arrays.asList(last, second, first, zeroth, consent("a", "bob", "")).forEach(consents::save);

    assertThat(consents.ofSubject("alice", 10)).containsExactly(zeroth, first, second, last);
    assertThat(consents.ofSubject("alice", 3)).containsExactly(zeroth, first, second);
    assertThat(consents.ofSubject("nobody", 3)).isEmpty();
  }

  @Test
  void aPersonRevokesWhatTheyAllowedAClient() {
    var consents = emptyStores().with("app", "other").consents();
    consents.save(consent("app", "alice", "https://one.example"));
    consents.save(consent("app", "alice", "https://two.example"));
    var others = consent("app", "bob", "");
    var elsewhere = consent("other", "alice", "");
    consents.save(others);
    consents.save(elsewhere);

    assertThat(consents.revoke(APP, "alice")).isEqualTo(2);
    assertThat(consents.revoke(APP, "alice")).isZero();

    assertThat(consents.ofSubject("alice", 10)).containsExactly(elsewhere);
    assertThat(consents.ofSubject("bob", 10)).containsExactly(others);
    assertThat(consents.revokeAll(APP)).isEqualTo(1);
    assertThat(consents.ofSubject("bob", 10)).isEmpty();
  }

  @Test
  void whatIsOverGoesSoManyAtATime() {
    var consents = emptyStores().with("app").consents();
    for (int i = 0; i < 5; i++) {
      consents.save(consent("app", "person-" + i, ""));
    }

    assertThat(consents.purgeExpired(END, 3)).isZero();
    assertThat(consents.purgeExpired(END.plusMillis(1), 3)).isEqualTo(3);
    assertThat(consents.purgeExpired(END.plusMillis(1), 3)).isEqualTo(2);
  }

  @Test
  void aClientWithALiveConsentStays() {
    var stores = emptyStores().with("allowed", "over", "idle");
    stores.consents().save(consent("allowed", "alice", ""));
    stores.consents().save(expiring(consent("over", "alice", ""), Clients.NOON));
    var now = Clients.NOON.plus(Duration.ofDays(30));
    var query =
        new StandingQuery(
            Clients.someClient("x").origin().tier(),
            UseClock.NEVER_USED,
            now,
            Optional.empty(),
            10,
            now);

    var standings = stores.clients().standings(query);
    var ended = stores.clients().end(standings, Ending.NEVER_USED, now);

    assertThat(standings).hasSize(3);
    assertThat(ended).containsExactlyInAnyOrder(new ClientId("over"), new ClientId("idle"));
    assertThat(stores.clients().find(new ClientId("allowed"))).isPresent();
  }

  private static Consent consent(String client, String subject, String resource) {
    var key = new Consent.Key(new ClientId(client), subject, resource);
    var metadata = Clients.someClient(client).metadata();
    return Consent.first(key, Scope.of("read"), metadata, Clients.NOON, END);
  }

  private static Consent next(Consent consent, String scope) {
    return new Consent(
        consent.key(),
        Scope.of(scope),
        "seen-since",
        consent.givenAt(),
        consent.expiresAt().plusSeconds(60),
        consent.revision() + 1);
  }

  private static Consent expiring(Consent consent, Instant at) {
    return new Consent(
        consent.key(), consent.scope(), consent.seen(), consent.givenAt(), at, consent.revision());
  }
}
