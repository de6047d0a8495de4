package io.roster.testkit;

import static io.roster.core.store.ClientStore.Insertion.ID_TAKEN;
import static io.roster.core.store.ClientStore.Insertion.INSERTED;
import static io.roster.core.store.ClientStore.Replacement.GONE;
import static io.roster.core.store.ClientStore.Replacement.REPLACED;
import static io.roster.core.store.ClientStore.Replacement.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every client store promises. Extend it, hand over an empty store, and all of this runs.
 * Instants have to survive to the millisecond.
 */
public abstract class ClientStoreContract extends ClientPagesContract {
  @Test
  void aNewClientIsFoundAsItWasInserted() {
    var store = emptyStore();
    var client = Clients.someClient("a");

    var insertion = store.insert(client);

    assertThat(insertion).isEqualTo(INSERTED);
    assertThat(store.find(client.id())).contains(client);
  }

  @Test
  void anUnknownIdentifierFindsNothing() {
    var store = emptyStore();
    store.insert(Clients.someClient("a"));

    assertThat(store.find(new ClientId("b"))).isEmpty();
  }

  @Test
  void aTakenIdentifierIsRefusedAndTheFirstClientStays() {
    var store = emptyStore();
    var first = Clients.someClient("a");
    store.insert(first);

    var insertion = store.insert(withMetadata("a", ClientMetadata.EMPTY));

    assertThat(insertion).isEqualTo(ID_TAKEN);
    assertThat(store.find(first.id())).contains(first);
  }

  @Test
  void identifiersAreToldApartByCase() {
    var store = emptyStore();
    var lower = Clients.someClient("abc");
    var upper = Clients.someClient("ABC");

    store.insert(lower);
    store.insert(upper);

    assertThat(store.find(lower.id())).contains(lower);
    assertThat(store.find(upper.id())).contains(upper);
    assertThat(store.delete(new ClientId("Abc"), Ending.DELETED_BY_CLIENT, Clients.NOON)).isFalse();
  }

  @Test
  void identifiersAreNeitherPatternsNorSql() {
    var store = emptyStore();
    store.insert(Clients.someClient("a"));

    for (var hostile : List.of("%", "_", "*", "?", "a'--", "'or'1'='1", "\"a\"", "a\\", "${a}")) {
      assertThat(store.find(new ClientId(hostile))).as(hostile).isEmpty();
      assertThat(store.delete(new ClientId(hostile), Ending.DELETED_BY_CLIENT, Clients.NOON))
          .as(hostile)
          .isFalse();
      assertThat(store.insert(Clients.someClient(hostile))).as(hostile).isEqualTo(INSERTED);
      assertThat(store.find(new ClientId(hostile))).contains(Clients.someClient(hostile));
    }
  }

  @Test
  void theLongestIdentifierIsKeptWhole() {
    var store = emptyStore();
    var one = Clients.someClient("x".repeat(127) + "1");
    var other = Clients.someClient("x".repeat(127) + "2");

    store.insert(one);
    store.insert(other);

    assertThat(store.find(one.id())).contains(one);
    assertThat(store.find(other.id())).contains(other);
  }

  @Test
  void everyMemberOfTheMetadataSurvives() {
    var store = emptyStore();
    var metadata = Clients.metadataWithEveryMember();
    var client = withMetadata("a", metadata);

    store.insert(client);

    assertThat(Members.ALL).allMatch(member -> metadata.get(member).isPresent());
    assertThat(store.find(client.id())).contains(client);
    assertThat(store.firstPage(1)).containsExactly(client);
  }

  @Test
  void metadataWithNothingInItSurvives() {
    var store = emptyStore();
    var client = withMetadata("a", ClientMetadata.EMPTY);

    store.insert(client);

    assertThat(store.find(client.id())).contains(client);
  }

  @Test
  void textOfAnyScriptSurvives() {
    var store = emptyStore();
    var texts =
        List.of(
            "Zürich, Ελλάδα, Москва",
            "日本語クライアント",
            "עברית العربية",
            "emoji 👩‍🚀 and 𝒮cript",
            "e\u0301 is not \u00e9",
            "quotes ' \" ` and \\ and %s and ?",
            "line\nbreak\ttab\u0000nul\u007f",
            "\u2028\u2029\ufeff");

    for (int i = 0; i < texts.size(); i++) {
      var metadata = Clients.someMetadata().with(Members.CLIENT_NAME, texts.get(i));
      store.insert(withMetadata("client-" + i, metadata));
    }

    assertThat(store.firstPage(100))
        .extracting(client -> client.metadata().clientName().orElseThrow())
        .containsExactlyElementsOf(texts);
  }

  @Test
  void longMetadataSurvives() {
    var store = emptyStore();
    var contacts = IntStream.range(0, 2000).mapToObj(i -> "contact-" + i + "@app.example").toList();
    var client = withMetadata("a", Clients.someMetadata().with(Members.CONTACTS, contacts));

    store.insert(client);

    assertThat(store.find(client.id())).contains(client);
  }

  @Test
  void aClientWithoutSecretOrExpirySurvives() {
    var store = emptyStore();
    var client = withoutSecret("a");

    store.insert(client);

    assertThat(store.find(client.id())).contains(client);
  }

  @Test
  void instantsSurviveToTheMillisecond() {
    var store = emptyStore();
    var issued = Instant.parse("2026-11-23T12:00:00.123Z");
    var some = Clients.someClient("a");
    var client =
        new Client(
            some.id(),
            some.metadata(),
            some.secret(),
            Optional.of(Clients.someSecret("before")),
            some.registrationToken(),
            Optional.of(Clients.endless("token before")),
            issued,
            Optional.of(issued.plusMillis(1)),
            some.origin(),
            some.state(),
            some.review(),
            1);

    store.insert(client);

    assertThat(store.find(client.id())).contains(client);
  }

  @Test
  void aReplacementOfTheRevisionBeforeIsKept() {
    var store = emptyStore();
    var first = Clients.someClient("a");
    store.insert(first);
    var second = Clients.renamed(first, "renamed");

    var replacement = store.replace(second);

    assertThat(replacement).isEqualTo(REPLACED);
    assertThat(store.find(first.id())).contains(second);
  }

  @Test
  void aReplacementMayTakeCredentialsAwayAndGiveThemBack() {
    var store = emptyStore();
    var first = Clients.someClient("a");
    store.insert(first);
    var second = first.updated(first.metadata(), Optional.empty(), Clients.endless("token"));
    var third = second.updated(first.metadata(), first.secret(), Clients.someToken("third"));

    store.replace(second);
    var between = store.find(first.id());
    store.replace(third);

    assertThat(between).contains(second);
    assertThat(store.find(first.id())).contains(third);
  }

  @Test
  void aReplacementMayKeepTheCredentialsBeforeAndForgetThemAgain() {
    var store = emptyStore();
    var first = Clients.someClient("a");
    store.insert(first);
    var second =
        first
            .updated(first.metadata(), Optional.of(Clients.endless("s")), Clients.endless("t"))
            .alongside(first.secret(), Optional.of(first.registrationToken()));
    var third = second.updated(second.metadata(), second.secret(), second.registrationToken());

    store.replace(second);
    var between = store.find(first.id());
    store.replace(third);

    assertThat(between).contains(second);
    assertThat(store.find(first.id())).contains(third);
  }

  @Test
  void aReplacementTouchesNoOtherClient() {
    var store = emptyStore();
    var mine = Clients.someClient("a");
    var other = Clients.someClient("b");
    store.insert(mine);
    store.insert(other);

    store.replace(Clients.renamed(mine, "renamed"));

    assertThat(store.find(other.id())).contains(other);
  }

  @Test
  void aReplacementOfAnyOtherRevisionIsStaleAndChangesNothing() {
    var store = emptyStore();
    var first = Clients.someClient("a");
    var second = Clients.renamed(first, "second");
    var third = Clients.renamed(second, "third");
    store.insert(first);
    store.replace(second);

    var same = store.replace(Clients.renamed(first, "again the second"));
    var older = store.replace(first);
    var skipping = store.replace(Clients.renamed(third, "fourth"));

    assertThat(List.of(same, older, skipping)).containsOnly(STALE);
    assertThat(store.find(first.id())).contains(second);
  }

  @Test
  void aReplacementOfAMissingClientFindsItGone() {
    var store = emptyStore();
    var deleted = Clients.someClient("deleted");
    store.insert(deleted);
    store.delete(deleted.id(), Ending.DELETED_BY_CLIENT, Clients.NOON);

    var unknown = store.replace(Clients.renamed(Clients.someClient("unknown"), "renamed"));
    var gone = store.replace(Clients.renamed(deleted, "renamed"));

    assertThat(List.of(unknown, gone)).containsOnly(GONE);
    assertThat(store.firstPage(10)).isEmpty();
  }

  @Test
  void aDeletedClientIsGoneAndOthersStay() {
    var store = emptyStore();
    var doomed = Clients.someClient("a");
    var other = Clients.someClient("b");
    store.insert(doomed);
    store.insert(other);

    assertThat(store.delete(doomed.id(), Ending.DELETED_BY_CLIENT, Clients.NOON)).isTrue();

    assertThat(store.find(doomed.id())).isEmpty();
    assertThat(store.firstPage(10)).containsExactly(other);
    assertThat(store.delete(doomed.id(), Ending.DELETED_BY_CLIENT, Clients.NOON)).isFalse();
  }

  @Test
  void theIdentifierOfADeletedClientMayBeInsertedAgain() {
    var store = emptyStore();
    var first = Clients.someClient("a");
    store.insert(first);
    store.delete(first.id(), Ending.DELETED_BY_CLIENT, Clients.NOON);

    var insertion = store.insert(first);

    assertThat(insertion).isEqualTo(INSERTED);
    assertThat(store.find(first.id())).contains(first);
  }

  @Test
  void ofManyInsertsOfOneIdentifierExactlyOneCounts() throws Exception {
    var store = emptyStore();

    var results = Together.call(64, i -> store.insert(Clients.someClient("a")));

    assertThat(results).containsOnlyOnce(INSERTED);
    assertThat(results).filteredOn(ID_TAKEN::equals).hasSize(63);
  }

  @Test
  void ofManyWritersToOneRevisionExactlyOneWins() throws Exception {
    var store = emptyStore();
    var first = Clients.someClient("a");
    store.insert(first);

    var results = Together.call(64, i -> store.replace(Clients.renamed(first, "writer " + i)));

    assertThat(results).containsOnlyOnce(REPLACED);
    assertThat(results).filteredOn(STALE::equals).hasSize(63);
    assertThat(store.find(first.id()).orElseThrow().metadata().clientName())
        .contains("writer " + results.indexOf(REPLACED));
  }

  @Test
  void ofManyDeletesOfOneClientExactlyOneFindsIt() throws Exception {
    var store = emptyStore();
    store.insert(Clients.someClient("a"));

    var results =
        Together.call(
            64, i -> store.delete(new ClientId("a"), Ending.DELETED_BY_CLIENT, Clients.NOON));

    assertThat(results).containsOnlyOnce(true);
  }

  @Test
  void aWriterSeesItsOwnWriteAtOnce() throws Exception {
    var store = emptyStore();

    var seen =
        Together.call(
            200,
            i -> {
              var client = Clients.someClient("client-" + i);
              store.insert(client);
              var renamed = Clients.renamed(client, "renamed");
              store.replace(renamed);
              return store.find(client.id()).equals(Optional.of(renamed));
            });

    assertThat(seen).containsOnly(true);
  }

  private static Client withMetadata(String id, ClientMetadata metadata) {
    var some = Clients.someClient(id);
    return Client.first(
        some.id(), metadata, some.secret(), some.registrationToken(), some.issuedAt());
  }

  private static Client withoutSecret(String id) {
    var some = Clients.someClient(id);
    return Client.first(
        some.id(), some.metadata(), Optional.empty(), Clients.endless("token"), some.issuedAt());
  }
}
