package io.roster.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.serve.RunningServer;
import io.roster.store.sql.Database;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may administer, by which credential, and for how long. */
class AdministratorsApiTest {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final AdminClient ADMIN = AdminClient.local(SERVER);

  @Test
  void theBootstrapAdministratorSignsInByPassword() {
    var me = AdminClient.basic(SERVER, "admin", RunningServer.PASSWORD).get("/me");

    assertThat(me.json().toString())
        .isEqualTo("{\"name\":\"admin\",\"means\":\"password\",\"role\":\"admin\"}");
  }

  @Test
  void whoOnlySignsInAdministersNothing() {
    var name = "user-" + UUID.randomUUID();
    ADMIN.post("/users", "{\"name\":\"" + name + "\",\"password\":\"correct horse\"}");
    var user = AdminClient.basic(SERVER, name, "correct horse");

    assertThat(user.get("/me").status()).isEqualTo(401);
    ADMIN.send("PATCH", "/administrators/" + name, "{\"role\":\"viewer\"}");
    assertThat(user.get("/me").text("role")).isEqualTo("viewer");
  }

  @Test
  void aTokenIsToldOnceAndKeptAsADigest() {
    var created = ADMIN.post("/api-tokens", "{\"role\":\"viewer\"}");
    var token = created.text("token");

    var shown = ADMIN.get("/api-tokens/" + created.text("id"));

    assertThat(shown.raw().body()).doesNotContain(token).doesNotContain("digest");
    assertThat(AdminClient.bearer(SERVER, token).get("/me").text("role")).isEqualTo("viewer");
    ADMIN.send("DELETE", "/api-tokens/" + created.text("id"), "");
    assertThat(AdminClient.bearer(SERVER, token).get("/me").status()).isEqualTo(401);
  }

  @Test
  void anExpiredTokenOpensNothing() {
    var created = ADMIN.post("/api-tokens", "{\"role\":\"admin\",\"expires_in\":3600}");
    var expire = "UPDATE api_tokens SET expires_at = 0 WHERE token_id = ?";
    SERVER.part(Database.class).write(sql -> sql.update(expire, created.text("id")));

    assertThat(AdminClient.bearer(SERVER, created.text("token")).get("/me").status())
        .isEqualTo(401);
  }

  @Test
  void aTokenNeverMayMoreThanItsOwnerAndEndsWithThem() {
    var owner = ADMIN.newAdministrator("admin");
    var name = owner.get("/me").text("name");
    var program =
        AdminClient.bearer(SERVER, owner.post("/api-tokens", "{\"role\":\"admin\"}").text("token"));

    ADMIN.send("PATCH", "/administrators/" + name, "{\"role\":\"viewer\"}");
    assertThat(program.get("/me").text("role")).isEqualTo("viewer");

    ADMIN.send("DELETE", "/administrators/" + name, "");
    assertThat(program.get("/me").status()).isEqualTo(401);
    ADMIN.post(
        "/administrators",
        "{\"name\":\"" + name + "\",\"password\":\"correct horse\",\"role\":\"admin\"}");
    assertThat(program.get("/me").status()).isEqualTo(401);
  }

  @Test
  void wrongPasswordsMakeTheNextOneWait() {
    try (var server = RunningServer.start()) {
      var wrong = AdminClient.basic(server, "admin", "wrong password");
      for (int i = 0; i < 5; i++) {
        assertThat(wrong.get("/me").status()).isEqualTo(401);
      }

      var right = AdminClient.basic(server, "admin", RunningServer.PASSWORD).get("/me");

      assertThat(right.status()).isEqualTo(429);
      assertThat(right.header("Retry-After")).isNotEmpty();
      assertThat(AdminClient.local(server).get("/me").status()).isEqualTo(200);
    }
  }

  @Test
  void aPageOfAStrangersMayNotAsk() {
    assertThat(ADMIN.post("/purge", "", "Origin", "https://evil.example").status()).isEqualTo(403);
  }
}
