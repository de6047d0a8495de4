package io.roster.spring.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.testkit.Clients;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClientCacheTest {
  private static final ClientId ID = new ClientId("a");

  private final ClientCache cache = new ClientCache(10, Duration.ofMinutes(1));
  private int loads;

  @Test
  void whatIsKeptIsLoadedOnce() {
    cache.began();

    assertThat(find()).isPresent();
    assertThat(find()).isPresent();

    assertThat(loads).isEqualTo(1);
  }

  @Test
  void nothingIsKeptWhileChangesCanNotBeHeard() {
    find();
    find();
    assertThat(loads).isEqualTo(2);

    cache.began();
    find();
    cache.lost();
    find();
    assertThat(loads).isEqualTo(4);

    cache.began();
    find();
    assertThat(loads).isEqualTo(5);
  }

  @Test
  void aClientThatChangedIsLoadedAgain() {
    cache.began();
    find();

    cache.changed(ID);
    find();

    assertThat(loads).isEqualTo(2);
  }

  @Test
  void aClientThatIsNotThereIsAskedForEachTime() {
    cache.began();

    assertThat(cache.find(ID, id -> Optional.empty())).isEmpty();

    assertThat(find()).isPresent();
  }

  @Test
  void aLoadThatAChangeOvertookIsNotKept() {
    cache.began();
    var loading = new CompletableFuture<Boolean>();
    var change = new CompletableFuture<Boolean>();
    var overtaken =
        CompletableFuture.supplyAsync(
            () ->
                cache.find(
                    ID,
                    id -> {
                      loading.complete(true);
                      change.join();
                      return load(id);
                    }),
            task -> Thread.ofPlatform().start(task));
    loading.join();
    var told =
        CompletableFuture.runAsync(
            () -> {
              change.complete(true);
              cache.changed(ID);
            },
            task -> Thread.ofPlatform().start(task));

    told.join();
    assertThat(overtaken.join()).isPresent();
    find();
    assertThat(loads).isEqualTo(2);
  }

  @Test
  void aSizeOfNothingKeepsNothing() {
    var none = new ClientCache(0, Duration.ofMinutes(1));
    none.began();

    none.find(ID, this::load);
    none.find(ID, this::load);

    assertThat(loads).isEqualTo(2);
  }

  private Optional<Client> find() {
    return cache.find(ID, this::load);
  }

  private Optional<Client> load(ClientId id) {
    loads++;
    return Optional.of(Clients.someClient(id.value()));
  }
}
