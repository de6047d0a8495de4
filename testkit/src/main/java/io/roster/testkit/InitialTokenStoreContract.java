package io.roster.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.credential.Digest;
import io.roster.core.initial.InitialAccessToken;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.initial.InitialTokenTerms;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.InitialTokenStore;
import io.roster.core.store.InsertConditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every store promises of initial access tokens and of the other conditions a client may be
 * inserted under. Extend it, hand over empty stores, and all of this runs.
 */
public abstract class InitialTokenStoreContract {
  private static final Instant LATER = Clients.NOON.plusSeconds(60);

  /** Two stores that share what they keep. */
  public record Stores(ClientStore clients, InitialTokenStore tokens) {}

  protected abstract Stores emptyStores();

  @Test
  void aTokenIsFoundAsItWasInserted() {
    var tokens = emptyStores().tokens();
    var terms =
        new InitialTokenTerms(
            Tier.STATEMENT, 7, Optional.of(LATER), Clients.metadataWithEveryMember(), "for CI");
    var token = someToken("it-1", terms);

    assertThat(tokens.insert(token)).isTrue();

    assertThat(tokens.find(token.id())).contains(token);
    assertThat(tokens.findByDigest(token.digest())).contains(token);
    assertThat(tokens.findByDigest(new Digest("sha256:other"))).isEmpty();
  }

  @Test
  void anIdentifierIsGivenOnce() {
    var tokens = emptyStores().tokens();
    var first = someToken("it-1", 1);
    tokens.insert(first);

    assertThat(tokens.insert(someToken("it-1", 2))).isFalse();

    assertThat(tokens.find(first.id())).contains(first);
  }

  @Test
  void pagesAreInTheOrderOfIdentifiers() {
    var tokens = emptyStores().tokens();
    List.of("it-b", "it-c", "it-a").forEach(id -> tokens.insert(someToken(id, 1)));

    var first = tokens.firstPage(2);
    var second = tokens.pageAfter(first.getLast().id(), 2);

    assertThat(first).extracting(token -> token.id().value()).containsExactly("it-a", "it-b");
    assertThat(second).extracting(token -> token.id().value()).containsExactly("it-c");
  }

  @Test
  void aClientSpendsOneUse() {
    var stores = emptyStores();
    var token = someToken("it-1", 2);
    stores.tokens().insert(token);

    var insertion = stores.clients().insert(Clients.someClient("a"), spending(token));

    assertThat(insertion).isEqualTo(Insertion.INSERTED);
    assertThat(stores.tokens().find(token.id())).contains(token.spent());
  }

  @Test
  void ofManyClientsAtOnceExactlyAsManyAreInsertedAsThereAreUses() throws Exception {
    var stores = emptyStores();
    var token = someToken("it-1", 50);
    stores.tokens().insert(token);

    var results =
        Together.call(
            200, i -> stores.clients().insert(Clients.someClient("c" + i), spending(token)));

    assertThat(results).filteredOn(Insertion.INSERTED::equals).hasSize(50);
    assertThat(results).filteredOn(Insertion.TOKEN_SPENT::equals).hasSize(150);
    assertThat(stores.clients().firstPage(1000)).hasSize(50);
    assertThat(stores.tokens().find(token.id()).orElseThrow().used()).isEqualTo(50);
  }

  @Test
  void aClientThatIsNotInsertedSpendsNothing() {
    var stores = emptyStores();
    var token = someToken("it-1", 1);
    stores.tokens().insert(token);
    stores.clients().insert(Clients.someClient("a"));

    var insertion = stores.clients().insert(Clients.someClient("a"), spending(token));

    assertThat(insertion).isEqualTo(Insertion.ID_TAKEN);
    assertThat(stores.tokens().find(token.id())).contains(token);
  }

  @Test
  void anExpiredARevokedAndAnUnknownTokenAdmitNobody() {
    var stores = emptyStores();
    var now = Optional.of(Clients.NOON);
    var expired =
        someToken("it-1", new InitialTokenTerms(Tier.TOKEN, 9, now, someFixed(), "expired"));
    var revoked = someToken("it-2", 9);
    stores.tokens().insert(expired);
    stores.tokens().insert(revoked);
    stores.tokens().revoke(revoked.id(), LATER);

    for (var token : List.of(expired, revoked, someToken("it-3", 9))) {
      assertThat(stores.clients().insert(Clients.someClient("a"), spending(token)))
          .as(token.id().value())
          .isEqualTo(Insertion.TOKEN_SPENT);
    }
    assertThat(stores.clients().firstPage(10)).isEmpty();
  }

  @Test
  void aTokenIsRevokedOnceAndStaysToBeSeen() {
    var tokens = emptyStores().tokens();
    var token = someToken("it-1", 1);
    tokens.insert(token);

    assertThat(tokens.revoke(token.id(), LATER)).isTrue();
    assertThat(tokens.revoke(token.id(), LATER.plusSeconds(1))).isFalse();
    assertThat(tokens.revoke(new InitialTokenId("it-2"), LATER)).isFalse();

    assertThat(tokens.find(token.id())).contains(token.revoked(LATER));
  }

  @Test
  void aQuotaCountsTheClientsOfTheTierThatAreThere() {
    var clients = emptyStores().clients();
    clients.insert(Clients.someClient("a"));
    clients.insert(someClientOf("t", Tier.TOKEN));

    assertThat(clients.insert(Clients.someClient("b"), quota(2))).isEqualTo(Insertion.INSERTED);
    assertThat(clients.insert(Clients.someClient("c"), quota(2)))
        .isEqualTo(Insertion.QUOTA_REACHED);
    clients.delete(Clients.someClient("a").id(), Ending.DELETED_BY_CLIENT, Clients.NOON);
    assertThat(clients.insert(Clients.someClient("c"), quota(2))).isEqualTo(Insertion.INSERTED);
  }

  @Test
  void ofManyClientsAtOnceNoMoreAreInsertedThanTheQuotaAllows() throws Exception {
    var clients = emptyStores().clients();

    var results = Together.call(64, i -> clients.insert(Clients.someClient("c" + i), quota(10)));

    assertThat(results).filteredOn(Insertion.INSERTED::equals).hasSize(10);
    assertThat(clients.firstPage(100)).hasSize(10);
  }

  @Test
  void aClientThatChangesItsTierCountsThere() {
    var clients = emptyStores().clients();
    var client = Clients.someClient("a");
    clients.insert(client);

    clients.replace(client.decided(ClientState.ACTIVE).admitted(Origin.of(Tier.TOKEN), active()));

    assertThat(clients.insert(Clients.someClient("b"), quota(1))).isEqualTo(Insertion.INSERTED);
    assertThat(clients.insert(someClientOf("t", Tier.TOKEN), quota(1)))
        .isEqualTo(Insertion.QUOTA_REACHED);
  }

  @Test
  void aFingerprintIsTakenOnceAndFreeAgainAfterDeletion() {
    var clients = emptyStores().clients();
    var first = Clients.someClient("a");

    assertThat(clients.insert(first, fingerprint("f"))).isEqualTo(Insertion.INSERTED);
    assertThat(clients.insert(Clients.someClient("b"), fingerprint("f")))
        .isEqualTo(Insertion.FINGERPRINT_TAKEN);
    assertThat(clients.insert(Clients.someClient("c"), fingerprint("g")))
        .isEqualTo(Insertion.INSERTED);
    assertThat(clients.findByFingerprint("f")).contains(first);
    clients.delete(first.id(), Ending.DELETED_BY_CLIENT, Clients.NOON);
    assertThat(clients.findByFingerprint("f")).isEmpty();
    assertThat(clients.insert(Clients.someClient("b"), fingerprint("f")))
        .isEqualTo(Insertion.INSERTED);
  }

  @Test
  void originAndStateSurviveAndCanBePagedBy() {
    var clients = emptyStores().clients();
    var origin = Origin.byToken(Tier.TOKEN, "it-1").vouchedForBy("https://issuer.example");
    var waiting = Clients.someClient("b").admitted(origin, ClientState.PENDING);
    clients.insert(waiting);
    clients.insert(Clients.someClient("a"));
    clients.insert(Clients.someClient("c").admitted(Origin.OPEN, ClientState.PENDING));

    assertThat(clients.find(waiting.id())).contains(waiting);
    assertThat(clients.firstPage(ClientState.PENDING, 1)).containsExactly(waiting);
    assertThat(clients.pageAfter(ClientState.PENDING, waiting.id(), 9))
        .extracting(client -> client.id().value())
        .containsExactly("c");
    assertThat(clients.firstPage(ClientState.ACTIVE, 9))
        .extracting(client -> client.id().value())
        .containsExactly("a");
    assertThat(clients.firstPage(ClientState.DENIED, 9)).isEmpty();
  }

  @Test
  void aDecisionIsKept() {
    var clients = emptyStores().clients();
    var client = Clients.someClient("a").admitted(Origin.OPEN, ClientState.PENDING);
    clients.insert(client);

    clients.replace(client.decided(ClientState.DENIED));

    assertThat(clients.find(client.id())).contains(client.decided(ClientState.DENIED));
    assertThat(clients.firstPage(ClientState.PENDING, 9)).isEmpty();
  }

  private static ClientState active() {
    return ClientState.ACTIVE;
  }

  private static Client someClientOf(String id, Tier tier) {
    return Clients.someClient(id).admitted(Origin.of(tier), ClientState.ACTIVE);
  }

  private static ClientMetadata someFixed() {
    return Clients.someMetadata();
  }

  private static InitialAccessToken someToken(String id, int uses) {
    return someToken(id, InitialTokenTerms.forClients(uses));
  }

  private static InitialAccessToken someToken(String id, InitialTokenTerms terms) {
    return new InitialAccessToken(
        new InitialTokenId(id),
        new Digest("sha256:digest-of-" + id),
        terms,
        0,
        Clients.NOON,
        Optional.empty());
  }

  private static InsertConditions spending(InitialAccessToken token) {
    return new InsertConditions(Optional.of(token.id()), 0, Optional.empty());
  }

  private static InsertConditions quota(int most) {
    return new InsertConditions(Optional.empty(), most, Optional.empty());
  }

  private static InsertConditions fingerprint(String text) {
    return new InsertConditions(Optional.empty(), 0, Optional.of(text));
  }
}
