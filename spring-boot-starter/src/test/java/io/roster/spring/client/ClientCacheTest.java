package io.roster.spring.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Members;
import io.roster.testkit.Clients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class ClientCacheTest {
  private static final ClientId ID = new ClientId("a");
  private static final RegisteredClients ADAPTED =
      new RegisteredClients(
          id -> Optional.empty(),
          new TokenLifetimes(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));

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

  @Test
  void fewOfThoseWithMuchMetadataAreKept() {
    cache.began();
    var big = client(ID, "x".repeat(40_000));

    cache.find(ID, id -> Optional.of(big));
    find();

    assertThat(loads).isEqualTo(1);
  }

  private Optional<RegisteredClient> find() {
    return cache.find(ID, this::load);
  }

  private Optional<RegisteredClient> load(ClientId id) {
    loads++;
    return Optional.of(client(id, "small"));
  }

  private static RegisteredClient client(ClientId id, String name) {
    var metadata =
        ClientMetadata.redirectingTo("https://a.example/cb")
            .with(Members.CLIENT_NAME, name)
            .with(Members.GRANT_TYPES, List.of(GrantType.AUTHORIZATION_CODE));
    return ADAPTED.adapt(Clients.changed(Clients.someClient(id.value()), metadata));
  }
}
