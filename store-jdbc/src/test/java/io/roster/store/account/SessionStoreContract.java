package io.roster.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.credential.Digest;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises. */
abstract class SessionStoreContract {
  private static final Instant NOON = Clients.NOON;

  private Database database;

  /** A database without sessions, the only one in use at that time. */
  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SessionStore emptyStore() {
    return new JdbcSessionStore(database);
  }

  @Test
  void aSessionIsFoundUntilItIsEnded() {
    var sessions = emptyStore();
    var session = session("a", NOON);
    sessions.insert(session);
    sessions.insert(session("b", NOON));

    assertThat(sessions.find(session.digest())).contains(session);
    sessions.delete(session.digest());
    sessions.delete(session.digest());

    assertThat(sessions.find(session.digest())).isEmpty();
    assertThat(sessions.find(digest("b"))).isPresent();
    assertThat(sessions.find(digest("unknown"))).isEmpty();
  }

  @Test
  void aUseIsNoted() {
    var sessions = emptyStore();
    sessions.insert(session("a", NOON));

    sessions.use(digest("a"), NOON.plusSeconds(90));
    sessions.use(digest("unknown"), NOON);

    assertThat(sessions.find(digest("a")).map(Session::usedAt)).contains(NOON.plusSeconds(90));
  }

  @Test
  void whatWasNotUsedForLongGoesSoManyAtATime() {
    var sessions = emptyStore();
    for (int i = 0; i < 5; i++) {
      sessions.insert(session("old-" + i, NOON));
    }
    sessions.insert(session("new", NOON.plusSeconds(1)));

    assertThat(sessions.purge(NOON.plusSeconds(1), 3)).isEqualTo(3);
    assertThat(sessions.purge(NOON.plusSeconds(1), 3)).isEqualTo(2);
    assertThat(sessions.find(digest("new"))).isPresent();
  }

  private static Session session(String name, Instant usedAt) {
    return new Session(digest(name), "alice", NOON, usedAt);
  }

  private static Digest digest(String name) {
    return new Digest("sha256:" + name);
  }
}
