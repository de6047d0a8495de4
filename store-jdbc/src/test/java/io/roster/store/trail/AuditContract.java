package io.roster.store.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Origin;
import io.roster.core.client.Review;
import io.roster.core.client.Tier;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.store.ClientStore;
import io.roster.core.store.StandingQuery;
import io.roster.core.store.UseClock;
import io.roster.store.account.ApiToken;
import io.roster.store.account.JdbcApiTokenStore;
import io.roster.store.account.JdbcUserStore;
import io.roster.store.account.User;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditQuery;
import io.roster.store.audit.AuditSettings;
import io.roster.store.audit.AuditTrail;
import io.roster.store.audit.AuditWriter;
import io.roster.testkit.Clients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the audit trail promises to keep and to find, on every database. */
abstract class AuditContract extends AuditFixture {
  @Test
  void everyChangeOfAClientLeavesAnEntryOfWhoMadeIt() {
    var client = Clients.someClient("a");
    assertThat(Acting.as(Actor.client("192.0.2.1", "registration"), () -> clients.insert(client)))
        .isEqualTo(ClientStore.Insertion.INSERTED);
    var renamed = Clients.renamed(client, "renamed");
    replace(renamed);
    var denied = renamed.decided(ClientState.DENIED);
    Acting.as(ALICE, () -> clients.replace(denied));
    Acting.as(ALICE, () -> clients.delete(client.id(), Ending.DELETED_BY_ADMINISTRATOR, noon()));

    var entries = all();

    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly("registered", "updated", "denied", "deleted");
    assertThat(entries)
        .extracting(entry -> entry.actor().name())
        .containsExactly("client", "server", "administrator:alice", "administrator:alice");
    assertThat(entries.getFirst().actor().address()).contains("192.0.2.1");
    assertThat(entries.getFirst().before()).isEmpty();
    assertThat(entries.get(1).before()).isEqualTo(entries.getFirst().after());
    assertThat(entries.get(1).after().orElse("")).contains("renamed");
    assertThat(entries.get(2).after().orElse("")).contains("\"state\":\"denied\"");
    assertThat(entries.get(3).after()).isEmpty();
    assertThat(entries).allMatch(entry -> entry.client().equals(Optional.of("a")));
  }

  @Test
  void ofClientsThatWaitAndAreAlikeTheFirstIsToldOf() {
    insert(waiting("a", "x"));
    insert(waiting("b", "x"));
    insert(waiting("c", "y"));

    var entries = all();

    assertThat(entries)
        .extracting(entry -> entry.client().orElse("") + " " + entry.action())
        .containsExactly("a registered", "a held", "b registered", "c registered", "c held");
    assertThat(entries.get(1).after().orElse("")).contains("\"state\":\"pending\"");
  }

  @Test
  void decisionsOnPeopleAndTokensAreKeptByWhoTookThem() {
    var writer = new AuditWriter(KEPT_A_DAY, clock, JSON);
    var users = new JdbcUserStore(database, JSON, writer);
    var tokens = new JdbcApiTokenStore(database, writer);
    var bob = new User("bob", "a hash", Set.of("user"), noon());
    var token = apiToken("at-1", "bob");

    assertThat(Acting.as(ALICE, () -> users.insert(bob))).isTrue();
    assertThat(Acting.as(ALICE, () -> users.insert(bob))).isFalse();
    assertThat(Acting.as(ALICE, () -> users.replaceRoles("bob", Set.of("viewer")))).isTrue();
    assertThat(users.replacePassword("bob", "another hash")).isTrue();
    assertThat(Acting.as(ALICE, () -> tokens.insert(token))).isTrue();
    assertThat(Acting.as(ALICE, () -> tokens.revokeAllOf("bob", noon()))).isEqualTo(1);
    assertThat(Acting.as(ALICE, () -> tokens.revoke("at-1", noon()))).isFalse();
    assertThat(Acting.as(ALICE, () -> users.delete("bob"))).isTrue();

    var entries = all();

    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly(
            "user_added",
            "user_roles_changed",
            "user_password_changed",
            "api_token_created",
            "api_tokens_revoked",
            "user_removed");
    assertThat(entries.get(1).actor()).isEqualTo(ALICE);
    assertThat(entries.get(1).after()).contains("{\"user\":\"bob\",\"roles\":[\"viewer\"]}");
    assertThat(entries.get(2).actor()).isEqualTo(Actor.SERVER);
    assertThat(entries).noneMatch(AuditEntry::concernsClients);
    assertThat(entries.toString()).doesNotContain("hash").doesNotContain(token.digest().text());
    assertThat(sealer.seal()).isEqualTo(6);
  }

  private static ApiToken apiToken(String id, String owner) {
    var digest = Digester.withoutPepper().digest(new Secret("a secret of the token"));
    return new ApiToken(
        id, digest, "viewer", owner, "", noon(), noon().plusSeconds(60), Optional.empty());
  }

  private static Client waiting(String id, String of) {
    return Clients.someClient(id)
        .admitted(Origin.OPEN, ClientState.PENDING)
        .reviewed(Review.since(Clients.NOON, Optional.of(of)));
  }

  @Test
  void anotherReasonForTheSameDecisionIsAnEntryToo() {
    var client = Clients.someClient("a");
    insert(client);
    var denied = client.decided(ClientState.DENIED).reviewed(because("One."));
    replace(denied);
    replace(denied.decided(ClientState.DENIED).reviewed(because("Two.")));

    assertThat(all())
        .extracting(AuditEntry::action)
        .containsExactly("registered", "denied", "denied");
    assertThat(all().getLast().before().orElse("")).contains("\"reason\":\"One.\"");
    assertThat(all().getLast().after().orElse("")).contains("\"reason\":\"Two.\"");
  }

  private static Review because(String reason) {
    return new Review(Optional.of("x"), Optional.of(Clients.NOON), Optional.of(reason));
  }

  @Test
  void newCredentialsAreToldWithoutTellingThem() {
    var client = Clients.someClient("a");
    insert(client);
    var rotated =
        client.updated(
            client.metadata(),
            Optional.of(Clients.someSecret("another")),
            client.registrationToken());
    replace(rotated);
    replace(rotated.updated(client.metadata(), rotated.secret(), Clients.someToken("another")));

    assertThat(all())
        .extracting(AuditEntry::action)
        .containsExactly("registered", "secret_rotated", "token_replaced");
    assertThat(all().toString())
        .doesNotContain(rotated.secret().orElseThrow().digest().text())
        .doesNotContain(client.registrationToken().digest().text());
  }

  @Test
  void aTokenThatLivesLongerIsNoDecision() {
    var client = Clients.someClient("a");
    insert(client);
    var token = client.registrationToken();
    var later = new Credential(token.digest(), Optional.of(noon().plusSeconds(999)));

    replace(client.updated(client.metadata(), client.secret(), later));

    assertThat(all()).hasSize(1);
  }

  @Test
  void whatDidNotHappenLeavesNoEntry() {
    insert(Clients.someClient("a"));
    assertThat(clients.insert(Clients.someClient("a"))).isEqualTo(ClientStore.Insertion.ID_TAKEN);
    replace(Clients.renamed(Clients.renamed(Clients.someClient("a"), "x"), "stale"));
    assertThat(clients.delete(new ClientId("b"), Ending.DELETED_BY_CLIENT, noon())).isFalse();

    assertThat(all()).hasSize(1);
  }

  @Test
  void clientsThatTimeTookAreNamedOneByOne() {
    insert(Clients.someClient("a"));
    insert(Clients.someClient("b"));
    var now = noon().plus(Duration.ofDays(30));
    var query = new StandingQuery(Tier.OPEN, UseClock.NEVER_USED, now, Optional.empty(), 10, now);

    assertThat(clients.end(clients.standings(query), Ending.NEVER_USED, now)).hasSize(2);

    assertThat(all())
        .extracting(AuditEntry::action)
        .containsExactly("registered", "registered", "purged", "purged");
    assertThat(all().getLast().before().orElse("")).contains("\"metadata\":{");
  }

  @Test
  void theRulesThatJudgedAreKept() {
    var finding = Finding.rejecting("some-rule", Violation.metadata("scope", "ask for less"));

    Acting.judging(List.of(finding), () -> clients.insert(Clients.someClient("a")));

    assertThat(all().getFirst().rules())
        .contains("[{\"rule\":\"some-rule\",\"decision\":\"rejected\",\"fields\":[\"scope\"]}]");
  }

  @Test
  void detailsAndAllOfItCanBeSwitchedOff() {
    use(new AuditSettings(true, false, true, Duration.ZERO, Optional.empty()));
    insert(Clients.someClient("a"));
    assertThat(all().getFirst().after()).isEmpty();

    use(new AuditSettings(false, true, true, Duration.ZERO, Optional.empty()));
    insert(Clients.someClient("b"));
    replace(Clients.renamed(Clients.someClient("b"), "renamed"));

    assertThat(all()).hasSize(1);
  }

  @Test
  void entriesAreFoundByClientActorActionAndTime() {
    fill(3);
    clock.advance(Duration.ofHours(1));
    Acting.as(ALICE, () -> clients.insert(Clients.someClient("by-alice")));
    assertThat(sealer.seal()).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    Acting.as(
        ALICE, () -> clients.delete(new ClientId("by-alice"), Ending.DELETED_BY_CLIENT, noon()));

    assertThat(page("by-alice", "", "")).hasSize(2);
    assertThat(page("", "administrator:alice", "")).hasSize(2);
    assertThat(page("", "server", "")).hasSize(3);
    assertThat(page("", "client", "")).isEmpty();
    assertThat(page("", "", "deleted")).hasSize(1);
    assertThat(page("", "", "registered")).hasSize(4);
    assertThat(page("by-alice", "administrator:alice", "deleted")).hasSize(1);
    assertThat(between(0, 30)).hasSize(3);
    assertThat(between(30, 90)).hasSize(1);
    assertThat(between(90, 999)).hasSize(1);
    assertThat(between(999, 9999)).isEmpty();
  }

  private List<AuditTrail.Numbered> between(long since, long until) {
    return trail.page(
        new AuditQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(noon().plusSeconds(60 * since)),
            Optional.of(noon().plusSeconds(60 * until)),
            Optional.empty(),
            true,
            10));
  }

  private List<AuditTrail.Numbered> page(String client, String actor, String action) {
    return trail.page(
        new AuditQuery(
            Optional.of(client).filter(text -> !text.isEmpty()),
            Optional.of(actor).filter(text -> !text.isEmpty()),
            Optional.of(action).filter(text -> !text.isEmpty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            10));
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    fill(5);
    var first = trail.page(AuditQuery.all(3));

    var second = trail.page(AuditQuery.all(3).behind(first.getLast().number()));

    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2);
    assertThat(second.getFirst().number()).isGreaterThan(first.getLast().number());
  }
}
