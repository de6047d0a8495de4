package io.roster.store.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresNodeStoreTest {
  private static final String SEEN_EARLIER =
      "UPDATE nodes SET seen_at = seen_at - ? WHERE node = ?";
  private static final String ALL = "SELECT node FROM nodes ORDER BY node";

  private Database database;
  private NodeStore nodes;

  @BeforeEach
  void open() {
    database = Postgres.fresh();
    nodes = new PostgresNodeStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nodesThatSayTheyLiveCountOnceEach() {
    assertThat(nodes.announce("a")).isEqualTo(1);
    assertThat(nodes.announce("b")).isEqualTo(2);
    assertThat(nodes.announce("a")).isEqualTo(2);
  }

  @Test
  void whoWithdrawsCountsNoMore() {
    nodes.announce("a");
    nodes.announce("b");

    nodes.withdraw("b");
    nodes.withdraw("unknown");

    assertThat(nodes.announce("a")).isEqualTo(1);
  }

  @Test
  void whoFallsSilentCountsForAWhileAndThenNoMore() {
    nodes.announce("a");

    passes(PostgresNodeStore.LIVELY.minusSeconds(5), "a");
    assertThat(nodes.announce("b")).isEqualTo(2);
    passes(Duration.ofSeconds(6), "a");
    assertThat(nodes.announce("b")).isEqualTo(1);
  }

  @Test
  void whoSpeaksAgainCountsAgain() {
    nodes.announce("a");
    nodes.announce("b");
    passes(Duration.ofMinutes(5), "a");

    assertThat(nodes.announce("a")).isEqualTo(2);
  }

  @Test
  void thoseSilentForLongAreForgotten() {
    IntStream.range(0, 30).forEach(i -> nodes.announce("old-" + i));
    IntStream.range(0, 30).forEach(i -> passes(Duration.ofHours(2), "old-" + i));

    nodes.announce("a");
    assertThat(stored()).hasSize(11);
    nodes.announce("a");
    assertThat(stored()).containsExactly("a");
  }

  private void passes(Duration time, String node) {
    database.write(sql -> sql.update(SEEN_EARLIER, time.toMillis(), node));
  }

  private List<String> stored() {
    return database.read(sql -> sql.list(ALL, row -> row.text(1)));
  }
}
