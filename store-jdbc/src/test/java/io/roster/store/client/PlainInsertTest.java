package io.roster.store.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.InsertConditions;
import io.roster.http.JacksonJson;
import io.roster.store.postgres.Postgres;
import io.roster.store.postgres.PostgresSettings;
import io.roster.store.sql.Database;
import io.roster.store.sql.HeldWriter;
import io.roster.testkit.Clients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainInsertTest {
  private static final PostgresSettings ONE_WRITER =
      new PostgresSettings(1, 100, 2, Duration.ofSeconds(3), Duration.ofSeconds(15));

  @Test
  void clientsThatWaitTogetherAreInsertedTogetherAndEachHearsItsOwnResult() {
    try (var database = Postgres.fresh(ONE_WRITER)) {
      var store = store(database);
      store.insert(Clients.someClient("taken"));
      List<CompletableFuture<Insertion>> insertions;
      try (var held = new HeldWriter(database)) {
        insertions =
            Stream.of("a", "taken", "b")
                .map(id -> async(() -> store.insert(Clients.someClient(id))))
                .toList();
        held.awaitQueue(3);
      }

      assertThat(insertions.stream().map(CompletableFuture::join))
          .containsExactly(Insertion.INSERTED, Insertion.ID_TAKEN, Insertion.INSERTED);
      assertThat(store.find(new ClientId("b"))).contains(Clients.someClient("b"));
    }
  }

  @Test
  void ofTwoInOneStatementWithTheSameIdOnlyOneIsInserted() {
    try (var database = Postgres.fresh(ONE_WRITER)) {
      var store = store(database);
      List<CompletableFuture<Insertion>> insertions;
      try (var held = new HeldWriter(database)) {
        insertions =
            Stream.of("a", "a")
                .map(id -> async(() -> store.insert(Clients.someClient(id))))
                .toList();
        held.awaitQueue(2);
      }

      assertThat(insertions.stream().map(CompletableFuture::join))
          .containsExactlyInAnyOrder(Insertion.INSERTED, Insertion.ID_TAKEN);
    }
  }

  @Test
  void aBoundOnTheQueueKeepsOnlyThoseWhoWaitFromSharingAStatement() {
    var bounded = new InsertConditions(Optional.empty(), 0, Optional.empty(), 1000);
    var active = Clients.someClient("a");
    var waiting = active.admitted(active.origin(), ClientState.PENDING);

    assertThat(PlainInsert.suits(active, bounded)).isTrue();
    assertThat(PlainInsert.suits(waiting, bounded)).isFalse();
  }

  private static ClientStore store(Database database) {
    return new JdbcClientStore(database, new JacksonJson());
  }

  private static <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }
}
