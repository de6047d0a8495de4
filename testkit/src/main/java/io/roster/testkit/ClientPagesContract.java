package io.roster.testkit;

import static io.roster.core.store.ClientStore.Insertion.INSERTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.store.ClientStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every client store promises about listing clients; part of {@link ClientStoreContract}. */
abstract class ClientPagesContract {
  /** A store without clients, the only one in use at that time. */
  protected abstract ClientStore emptyStore();

  @Test
  void pagesListEveryClientOnceInTheOrderOfIdentifiers() {
    var store = emptyStore();
    var ids = IntStream.range(0, 57).mapToObj(i -> "client-" + (i * 37) % 57).toList();
    ids.forEach(id -> store.insert(Clients.someClient(id)));
    store.insert(Clients.someClient("Client-0"));
    store.insert(Clients.someClient("~"));

    var listed = allPages(store, 10);

    assertThat(listed)
        .hasSize(59)
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(new ClientId("Client-0"))
        .endsWith(new ClientId("~"));
  }

  @Test
  void aPageGoesOnAfterAClientThatIsGone() {
    var store = emptyStore();
    List.of("a", "b", "c").forEach(id -> store.insert(Clients.someClient(id)));
    store.delete(new ClientId("b"), Ending.DELETED_BY_CLIENT, Clients.NOON);

    var page = store.pageAfter(new ClientId("b"), 10);

    assertThat(page).containsExactly(Clients.someClient("c"));
  }

  @Test
  void aPageIsNeverLongerThanItsLimit() {
    var store = emptyStore();
    List.of("a", "b", "c").forEach(id -> store.insert(Clients.someClient(id)));

    assertThat(store.firstPage(2)).hasSize(2);
    assertThat(store.pageAfter(new ClientId("a"), 1)).hasSize(1);
    assertThat(store.firstPage(0)).isEmpty();
    assertThatThrownBy(() -> store.firstPage(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereIsNothingAfterTheLastClient() {
    var store = emptyStore();

    assertThat(store.firstPage(10)).isEmpty();
    store.insert(Clients.someClient("a"));
    assertThat(store.pageAfter(new ClientId("a"), 10)).isEmpty();
  }

  @Test
  void clientsInsertedAtTheSameTimeAreAllThere() throws Exception {
    var store = emptyStore();

    var results = Together.call(500, i -> store.insert(Clients.someClient("client-" + i)));

    assertThat(results).hasSize(500).containsOnly(INSERTED);
    assertThat(allPages(store, 64)).hasSize(500);
  }

  private static List<ClientId> allPages(ClientStore store, int limit) {
    var listed = new ArrayList<ClientId>();
    var page = store.firstPage(limit);
    while (!page.isEmpty()) {
      page.forEach(client -> listed.add(client.id()));
      page = store.pageAfter(page.getLast().id(), limit);
    }
    return listed;
  }
}
