package io.roster.core.cimd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.Bodies;
import io.roster.core.HandSetClock;
import io.roster.core.Roster;
import io.roster.core.cimd.DocumentFetch.Cause;
import io.roster.core.cimd.Resolution.Candidate;
import io.roster.core.cimd.Resolution.Known;
import io.roster.core.cimd.Resolution.Refused;
import io.roster.core.cimd.Resolution.Unavailable;
import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.json.Json;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.InMemoryClientStore;
import io.roster.core.store.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentClientsTest {
  private static final RegistrationSettings STANDARD =
      RegistrationSettings.standard(URI.create("https://as.example"));
  private static final DocumentUrl URL =
      DocumentUrl.parse("https://client.example/client.json").orElseThrow();

  private final HandSetClock clock = new HandSetClock();
  private final PublishedDocuments published = new PublishedDocuments(clock);
  private final List<ClientEvent> events = new ArrayList<>();
  private final InMemoryClientStore clients = new InMemoryClientStore();
  private final List<Runnable> background = new ArrayList<>();
  private Roster roster = roster(STANDARD, DocumentSettings.standard(), PinnedDocuments.none());

  @Test
  void aClientIsOnTheRosterOnlyOnceAPersonIsAsked() {
    published.publish(URL, document("https://client.example/cb"));

    assertThat(documents().find(URL.clientId())).isEmpty();
    var candidate = (Candidate) resolve();

    assertThat(clients.firstPage(9)).isEmpty();
    assertThat(documents().find(URL.clientId()))
        .map(Client::metadata)
        .contains(candidate.client().metadata());
    var client = documents().admit(candidate).orElseThrow();
    assertThat(clients.firstPage(9)).containsExactly(client);
    assertThat(client.id().value()).isEqualTo(URL.toString());
    assertThat(client.origin().tier()).isEqualTo(Tier.DOCUMENT);
    assertThat(client.isActive()).isTrue();
    assertThat(events).containsExactly(new ClientEvent.Registered(client, List.of()));
    assertThat(resolve()).isEqualTo(new Known(client));
    assertThat(published.asked()).isEqualTo(1);
  }

  @Test
  void whatTheRulesRefuseIsRefusedAndNotKept() {
    published.publish(URL, document("javascript:alert(1)"));

    assertThat(((Refused) resolve()).violations().getFirst().field()).isEqualTo("redirect_uris[0]");
    assertThat(published.distrusted()).isEqualTo(1);
    assertThat(events.getFirst()).isInstanceOf(ClientEvent.RegistrationRejected.class);
    assertThat(clients.firstPage(9)).isEmpty();
  }

  @Test
  void anotherDocumentMakesAnotherClientOnceItIsLookedAtAgain() {
    var before = admitted("https://client.example/cb");
    published.publish(URL, document("https://client.example/new"));
    assertThat(resolve()).isEqualTo(new Known(before));

    clock.advance(Duration.ofHours(2));
    var after = ((Known) resolve()).client();

    assertThat(after.metadata().redirectUris().getFirst().text())
        .isEqualTo("https://client.example/new");
    assertThat(after.revision()).isEqualTo(2);
    var update = (ClientEvent.Updated) events.getLast();
    assertThat(update.changed()).containsExactly("redirect_uris");
    assertThat(documents().versions(before.id()))
        .extracting(DocumentVersion::revision)
        .containsExactly(2L, 1L);
    assertThat(documents().versions(before.id()).getFirst().changed())
        .containsExactly("redirect_uris");
  }

  @Test
  void theSameDocumentChangesNothing() {
    var before = admitted("https://client.example/cb");
    clock.advance(Duration.ofHours(2));

    assertThat(resolve()).isEqualTo(new Known(before));

    assertThat(events).hasSize(1);
    assertThat(documents().record(before.id()).orElseThrow().fetchedAt())
        .isEqualTo(clock.instant());
  }

  @Test
  void whileItsHostIsDownTheLastGoodCopyCountsAndTheOperatorSeesWhy() {
    var client = admitted("https://client.example/cb");
    published.withdraw(URL, Cause.UNAVAILABLE);
    clock.advance(Duration.ofDays(6));

    assertThat(resolve()).isEqualTo(new Known(client));
    assertThat(documents().find(client.id())).contains(client);
    var failure = documents().record(client.id()).orElseThrow().failure().orElseThrow();
    assertThat(failure).isEqualTo(new DocumentRecord.Failure(clock.instant(), "withdrawn"));

    clock.advance(Duration.ofDays(2));
    assertThat(resolve()).isEqualTo(new Unavailable(Cause.UNAVAILABLE));
    assertThatThrownBy(() -> documents().find(client.id()))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void whatItsHostSaysIsGoneAuthorizesNobodyAnew() {
    var client = admitted("https://client.example/cb");
    published.withdraw(URL, Cause.GONE);
    clock.advance(Duration.ofHours(2));

    assertThat(resolve()).isEqualTo(new Unavailable(Cause.GONE));
    assertThat(documents().find(client.id())).contains(client);
  }

  @Test
  void aDocumentThatIsNoGoodAnyMoreDoesNotReplaceTheLastGoodCopy() {
    var client = admitted("https://client.example/cb");
    published.publish(URL, Bodies.with(document("https://client.example/cb"), "client_id", "x"));
    clock.advance(Duration.ofHours(2));

    assertThat(resolve()).isEqualTo(new Known(client));

    assertThat(events.getLast()).isInstanceOf(ClientEvent.UpdateRejected.class);
    assertThat(documents().record(client.id()).orElseThrow().failure().orElseThrow().reason())
        .isEqualTo("refused: metadata-document");
    clock.advance(Duration.ofDays(8));
    assertThat(resolve()).isInstanceOf(Refused.class);
  }

  @Test
  void whomAnOperatorSwitchedOffStaysSoWhateverTheDocumentSays() {
    var client = admitted("https://client.example/cb");
    for (var state : List.of(ClientState.DISABLED, ClientState.DENIED)) {
      roster.administration().decide(client.id(), state);
      published.publish(URL, document("https://client.example/new"));
      clock.advance(Duration.ofDays(9));

      assertThat(((Known) resolve()).client().state()).isEqualTo(state);
      assertThat(documents().find(client.id()).orElseThrow().isActive()).isFalse();
    }
    assertThat(published.asked()).isEqualTo(1);
  }

  @Test
  void atTheTokenEndpointNobodyWaitsForAHost() {
    var client = admitted("https://client.example/cb");
    published.publish(URL, document("https://client.example/new"));
    clock.advance(Duration.ofHours(2));

    assertThat(documents().find(client.id())).contains(client);
    assertThat(documents().find(client.id())).contains(client);
    assertThat(published.asked()).isEqualTo(1);

    assertThat(background).hasSize(1);
    background.getFirst().run();
    assertThat(documents().find(client.id()).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void wherePeopleApproveADocumentsChangeWaitsForThem() {
    var tier = STANDARD.tier(Tier.DOCUMENT).withAdmission(0, true);
    roster =
        roster(
            STANDARD.withPolicies(STANDARD.policies().with(Tier.DOCUMENT, tier)),
            DocumentSettings.standard(),
            PinnedDocuments.none());
    var client = admitted("https://client.example/cb");
    assertThat(client.state()).isEqualTo(ClientState.PENDING);
    roster.administration().decide(client.id(), ClientState.ACTIVE);
    clock.advance(Duration.ofHours(2));
    assertThat(((Known) resolve()).client().isActive()).isTrue();

    published.publish(URL, document("https://client.example/new"));
    clock.advance(Duration.ofHours(2));

    assertThat(((Known) resolve()).client().state()).isEqualTo(ClientState.PENDING);
  }

  @Test
  void theTierHasRoomForSoManyAndTheUnusedMakeRoomInTime() {
    var tier = STANDARD.tier(Tier.DOCUMENT).withAdmission(1, false);
    roster =
        roster(
            STANDARD.withPolicies(STANDARD.policies().with(Tier.DOCUMENT, tier)),
            DocumentSettings.standard(),
            PinnedDocuments.none());
    var first = admitted("https://client.example/cb");
    var other = DocumentUrl.parse("https://other.example/client.json").orElseThrow();
    published.publish(other, named(other, "https://other.example/cb"));
    var candidate = (Candidate) documents().resolve(other);

    assertThat(documents().admit(candidate)).isEmpty();
    clock.advance(Duration.ofHours(2));
    assertThat(documents().admit(candidate)).isPresent();
    assertThat(clients.find(first.id())).isEmpty();
  }

  @Test
  void ofTwoWhoComeAtOnceBothGetTheSameClient() {
    published.publish(URL, document("https://client.example/cb"));
    var one = (Candidate) resolve();
    var other = (Candidate) resolve();

    var client = documents().admit(one);

    assertThat(documents().admit(other)).isEqualTo(client);
    assertThat(events).hasSize(1);
  }

  @Test
  void whatIsPinnedIsNeverFetched() {
    var pinned = PinnedDocuments.none().and(file("documents", "https://client.example/pinned"));
    roster = roster(STANDARD, DocumentSettings.standard(), pinned);
    published.publish(URL, document("https://client.example/cb"));

    var client = documents().admit((Candidate) resolve()).orElseThrow();
    clock.advance(Duration.ofDays(30));

    assertThat(client.metadata().redirectUris().getFirst().text())
        .isEqualTo("https://client.example/pinned");
    assertThat(resolve()).isEqualTo(new Known(client));
    assertThat(published.asked()).isZero();
  }

  @Test
  void documentsOfSomeHostsCanBeRefusedOrAloneAllowed() {
    published.publish(URL, document("https://client.example/cb"));
    var notAsked = new Unavailable(Cause.NOT_ASKED);

    roster = withHosts(List.of(), List.of("client.example"));
    assertThat(resolve()).isEqualTo(notAsked);
    roster = withHosts(List.of("*.example.com"), List.of());
    assertThat(resolve()).isEqualTo(notAsked);
    assertThat(published.asked()).isZero();
    roster = withHosts(List.of("*.example"), List.of());
    assertThat(resolve()).isInstanceOf(Candidate.class);
    var local = DocumentUrl.parse("http://localhost:3000/c").orElseThrow();
    assertThat(documents().resolve(local)).isEqualTo(notAsked);
  }

  @Test
  void withoutTheDoorAUrlIsNobody() {
    admitted("https://client.example/cb");

    var closed = Roster.builder(STANDARD).clients(clients).build();

    assertThat(closed.inUse(URL.clientId())).isEmpty();
    assertThat(roster.inUse(URL.clientId())).isPresent();
  }

  private Roster withHosts(List<String> allowed, List<String> denied) {
    var standard = DocumentSettings.standard();
    var settings =
        new DocumentSettings(
            standard.cache(),
            standard.lastGood(),
            standard.failurePause(),
            new DocumentSettings.Hosts(allowed, denied, false),
            standard.versions());
    return roster(STANDARD, settings, PinnedDocuments.none());
  }

  private Roster roster(
      RegistrationSettings settings, DocumentSettings documents, PinnedDocuments pinned) {
    var store = new InMemoryDocumentStore(clients);
    return Roster.builder(settings)
        .clients(clients)
        .clock(clock)
        .events(events::add)
        .documents(new DocumentDoor(published, pinned, store, documents, background::add))
        .build();
  }

  private DocumentClients documents() {
    return roster.documents().orElseThrow();
  }

  private Resolution resolve() {
    return documents().resolve(URL);
  }

  private Client admitted(String redirectUri) {
    published.publish(URL, document(redirectUri));
    return documents().admit((Candidate) resolve()).orElseThrow();
  }

  private static Json.Members file(String member, String redirectUri) {
    return Bodies.members(member, List.of(document(redirectUri)));
  }

  private static Json.Members document(String redirectUri) {
    return named(URL, redirectUri);
  }

  private static Json.Members named(DocumentUrl url, String redirectUri) {
    return Bodies.members(
        "client_id",
        url.toString(),
        "client_name",
        "Example",
        "redirect_uris",
        List.of(redirectUri),
        "grant_types",
        List.of("authorization_code", "refresh_token"));
  }
}
