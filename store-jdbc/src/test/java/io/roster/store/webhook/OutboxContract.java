package io.roster.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.http.JacksonJson;
import io.roster.store.audit.AuditSettings;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Sealer;
import io.roster.store.client.ClientChanges;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import io.roster.testkit.SettableClock;
import io.roster.testkit.Together;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the outbox promises, on every database. */
abstract class OutboxContract {
  private static final JacksonJson JSON = new JacksonJson();

  private final SettableClock clock = SettableClock.atNoon();
  private Database database;
  private JdbcClientStore clients;
  private Sealer sealer;
  private Outbox outbox;

  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
    var writer = new AuditWriter(AuditSettings.standard(), clock, JSON);
    clients = new JdbcClientStore(database, JSON, writer, ClientChanges.UNHEARD);
    sealer = new Sealer(database, writer, clock);
    outbox = new Outbox(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewWebhookIsToldWhatHappensFromNowOn() {
    register("a");
    assertThat(outbox.feed("hook", Set.of())).isZero();
    register("b");

    assertThat(outbox.feed("hook", Set.of())).isEqualTo(1);
    assertThat(outbox.feed("hook", Set.of())).isZero();

    assertThat(outbox.due("hook", 10)).hasSize(1);
    assertThat(outbox.due("another", 10)).isEmpty();
    assertThat(outbox.backlog("hook")).isEqualTo(new Backlog(2, 1, 0));
  }

  @Test
  void onlyActionsThatWereAskedForAreTold() {
    assertThat(outbox.feed("hook", Set.of("deleted"))).isZero();
    register("a");
    assertThat(clients.delete(new ClientId("a"), Ending.DELETED_BY_CLIENT, Clients.NOON)).isTrue();
    assertThat(sealer.seal()).isEqualTo(1);

    assertThat(outbox.feed("hook", Set.of("deleted"))).isEqualTo(2);

    assertThat(outbox.due("hook", 10)).extracting(Delivery::entry).containsExactly(2L);
  }

  @Test
  void whatFailedWaitsAndWhatWasToldIsForgotten() {
    fed("a");
    var first = outbox.due("hook", 10).getFirst();

    outbox.postpone(first, "status 500", Duration.ofMinutes(1));
    assertThat(outbox.due("hook", 10)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    var again = outbox.due("hook", 10).getFirst();

    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.problem()).contains("status 500");
    outbox.done(again);
    assertThat(outbox.backlog("hook")).isEqualTo(new Backlog(1, 0, 0));
  }

  @Test
  void whatWasGivenUpCanBeSeenAndTriedAgain() {
    fed("a");
    outbox.giveUp(outbox.due("hook", 10).getFirst(), "status 400");
    assertThat(outbox.due("hook", 10)).isEmpty();
    var dead = outbox.dead(0, 10);
    assertThat(dead).hasSize(1);

    assertThat(outbox.retry(dead.getFirst().id())).isTrue();
    assertThat(outbox.retry(dead.getFirst().id())).isFalse();

    assertThat(outbox.dead(0, 10)).isEmpty();
    assertThat(outbox.due("hook", 10)).extracting(Delivery::attempts).containsExactly(0L);
    outbox.giveUp(outbox.due("hook", 10).getFirst(), "status 400");
    assertThat(outbox.forget(dead.getFirst().id())).isTrue();
    assertThat(outbox.backlog("hook")).isEqualTo(new Backlog(1, 0, 0));
  }

  @Test
  void noMoreWaitThanThereIsRoomFor() throws Exception {
    assertThat(outbox.feed("hook", Set.of())).isZero();
    assertThat(
            Together.call(
                Outbox.MOST_WAITING + 300, i -> clients.insert(Clients.someClient("c" + i))))
        .hasSize(Outbox.MOST_WAITING + 300);
    assertThat(sealer.seal()).isEqualTo(Outbox.MOST_WAITING + 300);

    int fed = 0;
    for (int step = 1; step > 0; fed += step) {
      step = outbox.feed("hook", Set.of());
    }

    assertThat(fed).isEqualTo(Outbox.MOST_WAITING);
    outbox.done(outbox.due("hook", 1).getFirst());
    assertThat(outbox.feed("hook", Set.of())).isPositive();
  }

  private void fed(String id) {
    assertThat(outbox.feed("hook", Set.of())).isZero();
    register(id);
    assertThat(outbox.feed("hook", Set.of())).isEqualTo(1);
  }

  private void register(String id) {
    assertThat(clients.insert(Clients.someClient(id))).isNotNull();
    assertThat(sealer.seal()).isEqualTo(1);
  }
}
