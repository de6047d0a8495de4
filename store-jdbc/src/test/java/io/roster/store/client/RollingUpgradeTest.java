package io.roster.store.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.http.JacksonJson;
import io.roster.store.postgres.OldNode;
import io.roster.store.postgres.Postgres;
import io.roster.store.postgres.PostgresDatabase;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import org.junit.jupiter.api.Test;

/** A node of the oldest version and one of this version share a database during an upgrade. */
class RollingUpgradeTest {
  private final String url = Postgres.freshUrl();

  @Test
  void anOldNodeGoesOnBesideANewOneThatHasChangedTheTables() {
    try (var old = new OldNode(url)) {
      assertThat(old.register("before")).isEqualTo(1);
      try (var database = PostgresDatabase.open(url)) {
        var clients = new JdbcClientStore(database, new JacksonJson());
        assertThat(old.register("beside")).isEqualTo(1);
        assertThat(clients.find(new ClientId("before"))).isPresent();
        assertThat(clients.find(new ClientId("beside"))).isPresent();

        clients.insert(Clients.someClient("new"));
        assertThat(old.revision("new")).isEqualTo(1);
        assertThat(old.change("new", 1)).isEqualTo(1);
        assertThat(find("new", clients).revision()).isEqualTo(2);
        assertThat(old.delete("before")).isEqualTo(1);
        assertThat(clients.find(new ClientId("before"))).isEmpty();
        assertThat(counted(database)).isEqualTo(2);
      }
    }
  }

  private static final String COUNTED = "SELECT sum(clients) FROM tier_counts";

  private static long counted(Database database) {
    return database.read(sql -> sql.first(COUNTED, row -> row.whole(1))).orElseThrow();
  }

  private static Client find(String id, JdbcClientStore clients) {
    return clients.find(new ClientId(id)).orElseThrow();
  }
}
