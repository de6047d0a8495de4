package io.roster.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.sql.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {
  private static final PostgresSettings ONE_WRITER =
      new PostgresSettings(1, 100, 2, Duration.ofSeconds(3), Duration.ofSeconds(15));

  @Test
  void connectionsThatBrokeWhileNobodyUsedThemAreReplacedUnseen() {
    var url = Postgres.freshUrl();
    try (var database = PostgresDatabase.open(url, ONE_WRITER)) {
      database.write(sql -> sql.update(PUT, "before", "there"));
      assertThat(valueOf("before", database)).contains("there");

      Postgres.breakConnections(url);

      database.write(sql -> sql.update(PUT, "after", "there too"));
      assertThat(valueOf("after", database)).contains("there too");
    }
  }

  @Test
  void twoTransactionsInEachOthersWayBothEndWell() {
    try (var database = Postgres.fresh()) {
      database.write(sql -> sql.update(PUT, "x", "0"));
      database.write(sql -> sql.update(PUT, "y", "0"));
      var barrier = new CyclicBarrier(2);

      var begun = new CompletableFuture<Boolean>();
      var one = async(() -> changeBoth(database, "x", "y", barrier, begun));
      // Its writer is at work, so that another one takes the next.
      begun.join();
      var other = async(() -> changeBoth(database, "y", "x", barrier, begun));

      assertThat(one.join() + other.join()).isEqualTo(4);
    }
  }

  @Test
  void aNewerSchemaThatOlderBuildsCannotUseIsRefused() {
    var url = Postgres.freshUrl();
    try (var database = PostgresDatabase.open(url)) {
      database.write(
          sql -> sql.update("UPDATE properties SET value = '99' WHERE name LIKE 'schema.%'"));
    }

    assertThatThrownBy(() -> PostgresDatabase.open(url))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("use a newer Roster");
  }

  @Test
  void aHostThatIsNotThereIsNamedAndThePasswordIsNot() {
    var url = "jdbc:postgresql://127.0.0.1:1/clients?user=me&password=hidden";

    assertThatThrownBy(() -> PostgresDatabase.open(url))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void aUrlThatCannotBeReadIsRefusedWithoutBeingTold() {
    assertThatThrownBy(
            () -> PostgresDatabase.open("jdbc:postgresql://host:port/clients?password=hidden"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the database's URL can't be read")
        .hasNoCause();
  }

  private static final String PUT = "INSERT INTO properties (name, value) VALUES (?, ?)";
  private static final String GET = "SELECT value FROM properties WHERE name = ?";
  private static final String CHANGE = "UPDATE properties SET value = value || '1' WHERE name = ?";

  /**
   * Changes one row, waits at its first attempt until the other has its first too, then goes on.
   */
  private static int changeBoth(
      Database database,
      String first,
      String second,
      CyclicBarrier barrier,
      CompletableFuture<Boolean> begun) {
    var met = new AtomicBoolean();
    return database.write(
        sql -> {
          begun.complete(true);
          int changed = sql.update(CHANGE, first);
          if (met.compareAndSet(false, true)) {
            await(barrier);
          }
          return changed + sql.update(CHANGE, second);
        });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> valueOf(String name, Database database) {
    return database.read(sql -> sql.first(GET, row -> row.text(1), name));
  }

  private static <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }
}
