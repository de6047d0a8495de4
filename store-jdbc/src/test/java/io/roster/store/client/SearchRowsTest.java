package io.roster.store.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.Members;
import io.roster.core.store.ClientQuery;
import io.roster.core.store.ClientQuery.Span;
import io.roster.core.store.ClientStore;
import io.roster.core.store.Paging;
import io.roster.http.JacksonJson;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.Clients;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Among very many clients a search stops, says so, and goes on where it stopped. */
class SearchRowsTest {
  private static final String MANY =
      """
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
      INSERT INTO clients (client_id, metadata, token_digest, issued_at, revision)
      SELECT printf('client-%06d', n), '{"client_name":"Common"}', 'sha256:x', 0, 1 FROM numbers
      """;

  private Database database;
  private ClientStore store;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = SqliteDatabase.open(directory.resolve("roster.db"));
    store = new JdbcClientStore(database, new JacksonJson());
    database.write(sql -> sql.update(MANY, 2 * SearchRows.WINDOW + 10));
    var needle = Clients.someMetadata().with(Members.CLIENT_NAME, "Needle");
    var like = Clients.someClient("client-999999");
    store.insert(Clients.changed(like, needle).identified(like.id()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRareNameIsFoundByGoingOn() {
    var first = store.search(named("needle"), Paging.first(10));
    var second = store.search(named("needle"), Paging.first(10).after(first.next().orElseThrow()));
    var third = store.search(named("needle"), Paging.first(10).after(second.next().orElseThrow()));

    assertThat(first.clients()).isEmpty();
    assertThat(first.next()).contains(new ClientId("client-005000"));
    assertThat(second.clients()).isEmpty();
    assertThat(third.clients()).hasSize(1);
    assertThat(third.next()).isEmpty();
  }

  @Test
  void whatIsNewIsFoundAtOnceFromTheOtherEnd() {
    var page = store.search(named("needle"), new Paging(Optional.empty(), 10, true));

    assertThat(page.clients()).hasSize(1);
    assertThat(page.next()).isPresent();
  }

  @Test
  void aFullPageGoesOnAfterItsLast() {
    var page = store.search(named("common"), Paging.first(7));

    assertThat(page.clients()).hasSize(7);
    assertThat(page.next()).contains(new ClientId("client-000007"));
  }

  private static ClientQuery named(String name) {
    return new ClientQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Span.ALWAYS,
        Span.ALWAYS,
        false);
  }
}
