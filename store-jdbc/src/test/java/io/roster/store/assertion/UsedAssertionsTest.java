package io.roster.store.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.Clients;
import io.roster.testkit.SettableClock;
import io.roster.testkit.Together;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedAssertionsTest {
  private final SettableClock clock = SettableClock.atNoon();

  @Test
  void onSqliteEachIsUsedOnceWhileItLasts(@TempDir Path directory) throws Exception {
    try (var database = SqliteDatabase.open(directory.resolve("roster.db"))) {
      assertUsedOnce(database);
    }
  }

  @Test
  void onPostgresEachIsUsedOnceWhileItLasts() throws Exception {
    try (var database = Postgres.fresh()) {
      assertUsedOnce(database);
    }
  }

  private void assertUsedOnce(Database database) throws Exception {
    // As two nodes would have them.
    var one = new JdbcUsedAssertions(database, clock);
    var other = new JdbcUsedAssertions(database, clock);
    var end = Clients.NOON.plusSeconds(60);

    var results = Together.call(32, i -> (i % 2 == 0 ? one : other).use("a", end));

    assertThat(results).containsOnlyOnce(true);
    assertThat(other.use("b", end)).isTrue();
    assertThat(one.use("b", end)).isFalse();
    clock.advance(Duration.ofSeconds(61));
    assertThat(one.use("a", end.plusSeconds(60))).isTrue();
  }
}
