package io.roster.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.serve.RunningServer;
import io.roster.store.sql.Database;
import io.roster.testkit.Together;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is created with an Idempotency-Key is created once. */
class IdempotencyTest {
  private static final String KEY = "Idempotency-Key";
  private static final RunningServer SERVER = RunningServer.shared();
  private static final AdminClient ADMIN = AdminClient.local(SERVER);

  private final String key = UUID.randomUUID().toString();

  @Test
  void aRepetitionIsAnsweredAsAtFirst() {
    var body = "{\"note\":\"" + key + "\"}";

    var first = ADMIN.post("/initial-tokens", body, KEY, key);
    var second = ADMIN.post("/initial-tokens", body, KEY, key);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void ofManyAtOnceOneCreates() throws Exception {
    var body = "{\"client_name\":\"" + key + "\",\"redirect_uris\":[\"https://a.example/cb\"]}";

    var statuses = Together.call(16, i -> ADMIN.post("/clients", body, KEY, key).status());

    assertThat(statuses).contains(201).isSubsetOf(201, 409);
    assertThat(ADMIN.get("/clients?name=" + key).json().get("items")).hasSize(1);
  }

  @Test
  void aKeyIsForOneRequest() {
    ADMIN.post("/initial-tokens", "{\"uses\":1}", KEY, key);

    var other = ADMIN.post("/initial-tokens", "{\"uses\":2}", KEY, key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(ADMIN.post("/initial-tokens", "{}", KEY, "short").status()).isEqualTo(400);
  }

  @Test
  void aRefusedRequestUsesNoKeyUp() {
    assertThat(ADMIN.post("/initial-tokens", "{\"uses\":0}", KEY, key).status()).isEqualTo(400);

    assertThat(ADMIN.post("/initial-tokens", "{\"uses\":1}", KEY, key).status()).isEqualTo(201);
  }

  @Test
  void whoeverHasTheDatabaseLearnsNoSecret() {
    var token = ADMIN.post("/api-tokens", "{\"role\":\"viewer\"}", KEY, key).text("token");
    var all = "SELECT digest || request || coalesce(reply, '') FROM idempotency_keys LIMIT 1000";

    var kept = SERVER.part(Database.class).read(sql -> sql.list(all, row -> row.text(1)));

    assertThat(kept).isNotEmpty().noneMatch(text -> text.contains(token) || text.contains(key));
  }

  @Test
  void anotherCredentialOfTheSameOwnerHearsNoSecret() {
    var name = AdminClient.basic(SERVER, "admin", RunningServer.PASSWORD);
    var program =
        AdminClient.bearer(SERVER, name.post("/api-tokens", "{\"role\":\"admin\"}").text("token"));
    name.post("/initial-tokens", "{}", KEY, key);

    var repeated = program.post("/initial-tokens", "{}", KEY, key);

    assertThat(repeated.status()).isEqualTo(409);
    assertThat(repeated.raw().body()).doesNotContain("\"token\"");
  }
}
