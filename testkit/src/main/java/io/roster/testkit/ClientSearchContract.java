package io.roster.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.metadata.Members;
import io.roster.core.store.ClientQuery;
import io.roster.core.store.ClientQuery.Span;
import io.roster.core.store.ClientStore;
import io.roster.core.store.Paging;
import io.roster.core.uri.RedirectUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every client store promises about looking for clients. */
public abstract class ClientSearchContract {
  /** A store without clients, the only one in use at that time. */
  protected abstract ClientStore emptyStore();

  @Test
  void aNameIsFoundByAPartWhateverItsCase() {
    var store = emptyStore();
    insert(store, "a", "Claude Code", "https://a.example/cb");
    insert(store, "b", "VS \"Code\" 100%_", "https://b.example/cb");
    insert(store, "c", "Zoë's Ünicode", "https://c.example/cb");

    assertThat(found(store, named("code"))).containsExactly("a", "b", "c");
    assertThat(found(store, named("CLAUDE"))).containsExactly("a");
    assertThat(found(store, named("\"code\""))).containsExactly("b");
    assertThat(found(store, named("0%_"))).containsExactly("b");
    assertThat(found(store, named("%"))).containsExactly("b");
    assertThat(found(store, named("zoË"))).containsExactly("c");
    assertThat(found(store, named("example"))).isEmpty();
  }

  @Test
  void aHostIsFoundWithTheDomainsItIsIn() {
    var store = emptyStore();
    insert(store, "a", "A", "https://www.app.example/cb");
    insert(store, "b", "B", "https://notapp.example/cb");
    insert(store, "c", "app.example", "https://other.test/app.example");

    assertThat(found(store, redirectingTo("APP.example"))).containsExactly("a");
    assertThat(found(store, redirectingTo("example"))).containsExactly("a", "b");
  }

  @Test
  void aTextIsFoundWhereverItStands() {
    var store = emptyStore();
    insert(store, "needle-1", "A", "https://a.example/cb");
    insert(store, "b", "The Needle", "https://b.example/cb");
    insert(store, "c", "C", "https://needle.example/cb");
    insert(store, "d", "D", "https://d.example/needle");

    assertThat(found(store, mentioning("NEEDLE"))).containsExactly("b", "c", "needle-1");
  }

  @Test
  void stateTierAndTimesAllHaveToHold() {
    var store = emptyStore();
    var noon = Clients.NOON;
    store.insert(admitted("a", Tier.OPEN, ClientState.PENDING));
    store.insert(admitted("b", Tier.TOKEN, ClientState.PENDING));
    store.insert(admitted("c", Tier.TOKEN, ClientState.ACTIVE));
    store.noteUses(Map.of(new ClientId("c"), noon.plusSeconds(600)));

    assertThat(found(store, ClientQuery.of(ClientState.PENDING))).containsExactly("a", "b");
    assertThat(found(store, ClientQuery.of(ClientState.ACTIVE))).containsExactly("c");
    assertThat(found(store, query(Tier.TOKEN, Span.ALWAYS, Span.ALWAYS, false)))
        .containsExactly("b", "c");
    assertThat(found(store, query(Tier.TOKEN, Span.ALWAYS, Span.ALWAYS, true)))
        .containsExactly("b");
    var later = new Span(Optional.of(noon.plusSeconds(1)), Optional.empty());
    assertThat(found(store, query(Tier.TOKEN, later, Span.ALWAYS, false))).isEmpty();
    assertThat(found(store, query(Tier.TOKEN, Span.ALWAYS, later, false))).containsExactly("c");
    var before = new Span(Optional.empty(), Optional.of(noon.plusSeconds(599)));
    assertThat(found(store, query(Tier.TOKEN, before, before, false))).isEmpty();
  }

  @Test
  void pagesListEverythingOnceFromBothEnds() {
    var store = emptyStore();
    var ids = new ArrayList<String>();
    for (int i = 100; i < 157; i++) {
      ids.add("client-" + i);
      insert(store, "client-" + i, i % 2 == 0 ? "Even" : "Odd", "https://a.example/cb");
    }

    assertThat(pages(store, ClientQuery.ALL, false)).isEqualTo(ids);
    assertThat(pages(store, ClientQuery.ALL, true)).isEqualTo(ids.reversed());
    assertThat(pages(store, named("even"), true)).hasSize(29).isSubsetOf(ids);
    assertThat(pages(store, named("none"), false)).isEmpty();
  }

  private static void insert(ClientStore store, String id, String name, String redirect) {
    var metadata =
        Clients.someMetadata()
            .with(Members.CLIENT_NAME, name)
            .with(Members.REDIRECT_URIS, List.of(RedirectUri.of(redirect)));
    var like = Clients.someClient(id);
    store.insert(
        Client.first(like.id(), metadata, like.secret(), like.registrationToken(), Clients.NOON));
  }

  private static Client admitted(String id, Tier tier, ClientState state) {
    return Clients.someClient(id).admitted(Origin.of(tier), state);
  }

  private static List<String> found(ClientStore store, ClientQuery query) {
    return store.search(query, Paging.first(100)).clients().stream()
        .map(client -> client.id().value())
        .toList();
  }

  private static List<String> pages(ClientStore store, ClientQuery query, boolean newestFirst) {
    var listed = new ArrayList<String>();
    var paging = Optional.of(new Paging(Optional.empty(), 10, newestFirst));
    while (paging.isPresent()) {
      var page = store.search(query, paging.get());
      page.clients().forEach(client -> listed.add(client.id().value()));
      paging = page.next().map(paging.get()::after);
    }
    return listed;
  }

  private static ClientQuery named(String name) {
    return words(Optional.empty(), Optional.of(name), Optional.empty());
  }

  private static ClientQuery redirectingTo(String host) {
    return words(Optional.empty(), Optional.empty(), Optional.of(host));
  }

  private static ClientQuery mentioning(String text) {
    return words(Optional.of(text), Optional.empty(), Optional.empty());
  }

  private static ClientQuery words(
      Optional<String> text, Optional<String> name, Optional<String> host) {
    return new ClientQuery(
        Optional.empty(),
        Optional.empty(),
        text,
        name,
        host,
        Optional.empty(),
        Span.ALWAYS,
        Span.ALWAYS,
        false);
  }

  private static ClientQuery query(Tier tier, Span registered, Span used, boolean neverUsed) {
    return new ClientQuery(
        Optional.empty(),
        Optional.of(tier),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        registered,
        used,
        neverUsed);
  }
}
