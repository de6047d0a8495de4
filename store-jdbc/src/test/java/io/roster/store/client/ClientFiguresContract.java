package io.roster.store.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientIdIssuer;
import io.roster.http.JacksonJson;
import io.roster.store.client.ClientFigures.Holdings;
import io.roster.store.client.ClientFigures.Range;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both databases promise when clients are counted. */
abstract class ClientFiguresContract {
  private static final String PREFIX = "mcp-client-";
  private static final Instant NOON = Clients.NOON;

  private Database database;

  abstract Database fresh();

  @BeforeEach
  void open() {
    database = fresh();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void register(Instant at) {
    var id = new ClientIdIssuer(PREFIX, () -> at, new Random(at.toEpochMilli())).issue();
    new JdbcClientStore(database, new JacksonJson()).insert(Clients.someClient(id.value()));
  }

  private static Range between(Instant from, Instant below) {
    return new Range(ClientIdIssuer.first(PREFIX, from), ClientIdIssuer.first(PREFIX, below));
  }

  @Test
  void clientsAreCountedByWhenTheirIdentifiersWereIssued() {
    register(NOON.minusMillis(1));
    register(NOON);
    register(NOON.plusSeconds(59));
    register(NOON.plusSeconds(60));

    var counts =
        new ClientFigures(database)
            .between(
                List.of(
                    between(NOON, NOON.plusSeconds(60)),
                    between(NOON.plusSeconds(60), NOON.plusSeconds(120)),
                    between(NOON.plusSeconds(120), NOON.plusSeconds(180))));

    assertThat(counts).containsExactly(2L, 1L, 0L);
  }

  @Test
  void whatNobodyAllowedIsNothing() {
    var client = Clients.someClient("a");
    new JdbcClientStore(database, new JacksonJson()).insert(client);

    assertThat(new ClientFigures(database).holdings(client.id())).isEqualTo(new Holdings(0, 0));
  }
}
