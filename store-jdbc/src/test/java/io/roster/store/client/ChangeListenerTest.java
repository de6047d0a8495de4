package io.roster.store.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.http.JacksonJson;
import io.roster.store.postgres.ChangeListener;
import io.roster.store.postgres.Postgres;
import io.roster.store.postgres.PostgresDatabase;
import io.roster.store.postgres.PostgresSettings;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeListenerTest {
  private final String url = Postgres.freshUrl();
  private final Heard heard = new Heard();
  private Database database;
  private JdbcClientStore clients;
  private ChangeListener listener;

  @BeforeEach
  void listen() {
    database = PostgresDatabase.open(url);
    clients = new JdbcClientStore(database, new JacksonJson());
    listener = ChangeListener.start(url, PostgresSettings.standard(), heard);
    assertThat(heard.next()).isEqualTo("began");
  }

  @AfterEach
  void close() {
    listener.close();
    database.close();
  }

  @Test
  void aChangeAndADeletionAreHeardAndNothingElse() {
    var client = Clients.someClient("a");
    clients.insert(client);
    clients.noteUses(Map.of(client.id(), Clients.NOON));
    clients.replace(renamed(client));
    assertThat(heard.next()).isEqualTo("a");

    clients.delete(client.id(), Ending.DELETED_BY_CLIENT, Clients.NOON);

    assertThat(heard.next()).isEqualTo("a");
    clients.insert(Clients.someClient("b"));
    clients.delete(new ClientId("b"), Ending.DELETED_BY_CLIENT, Clients.NOON);
    assertThat(heard.next()).isEqualTo("b");
  }

  @Test
  void aBrokenConnectionIsToldAndReplaced() {
    Postgres.breakConnections(url);

    assertThat(heard.next()).isEqualTo("lost");
    assertThat(heard.next()).isEqualTo("began");
    clients.insert(Clients.someClient("a"));
    clients.replace(renamed(Clients.someClient("a")));
    assertThat(heard.next()).isEqualTo("a");
  }

  private static Client renamed(Client client) {
    return client.updated(client.metadata(), client.secret(), client.registrationToken());
  }

  private static final class Heard implements ChangeListener.Hearing {
    private final BlockingQueue<String> all = new LinkedBlockingQueue<>();

    String next() {
      try {
        return String.valueOf(all.poll(20, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void changed(String clientId) {
      all.add(clientId);
    }

    @Override
    public void began() {
      all.add("began");
    }

    @Override
    public void lost() {
      all.add("lost");
    }
  }
}
