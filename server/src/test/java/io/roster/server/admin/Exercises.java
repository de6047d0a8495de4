package io.roster.server.admin;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.serve.RunningServer;
import io.roster.store.sql.Database;
import io.roster.store.webhook.Outbox;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** For every operation of the API, by its name in the document, a call that it grants. */
final class Exercises {
  /** A call: the value of the path's variable, the query, and the body. */
  record Call(String variable, String query, String body) {
    static final Call PLAIN = new Call("", "", "");

    static Call of(String variable) {
      return new Call(variable, "", "");
    }

    static Call with(String body) {
      return new Call("", "", body);
    }
  }

  /** Makes ready what the call is about. */
  interface Exercise {
    Call prepared(AdminClient admin);
  }

  private static final String REDIRECT = "\"redirect_uris\":[\"https://app.example/cb\"]";

  static final Map<String, Exercise> ALL =
      Map.ofEntries(
          entry("listClients", a -> new Call("", "?name=exercise&limit=5", "")),
          entry("listApprovals", a -> Call.PLAIN),
          entry("createClient", a -> Call.with("{" + REDIRECT + "}")),
          entry("getClient", Exercises::client),
          entry("deleteClient", Exercises::client),
          entry("updateClient", a -> patch(a, "{\"metadata\":{\"client_name\":\"Changed\"}}")),
          entry("approveClient", Exercises::client),
          entry("denyClient", a -> patch(a, "{\"reason\":\"Use the other one.\"}")),
          entry("disableClient", a -> patch(a, "{}")),
          entry("enableClient", a -> patch(a, "{}")),
          entry("rotateClientSecret", Exercises::client),
          entry("reissueRegistrationToken", Exercises::client),
          entry("revokeRegistrationToken", Exercises::client),
          entry("revokeClientGrants", Exercises::client),
          entry("assessClient", Exercises::client),
          entry("getDocument", a -> new Call("", "?client_id=" + a.newDocument(), "")),
          entry("listInitialTokens", a -> Call.PLAIN),
          entry("createInitialToken", a -> Call.with("{\"uses\":2,\"expires_in\":60}")),
          entry("getInitialToken", a -> Call.of(made(a, "/initial-tokens", "{}"))),
          entry("revokeInitialToken", a -> Call.of(made(a, "/initial-tokens", "{}"))),
          entry("explain", a -> new Call("", "?tier=open", "{" + REDIRECT + "}")),
          entry("getPolicies", a -> Call.PLAIN),
          entry("listProfiles", a -> Call.PLAIN),
          entry("getProfile", a -> Call.of("claude-code")),
          entry("listStatementIssuers", a -> Call.PLAIN),
          entry("getStatistics", a -> Call.PLAIN),
          entry("forecastPurge", a -> Call.PLAIN),
          entry("purge", a -> new Call("", "?dry_run=true", "")),
          entry("listUsers", a -> Call.PLAIN),
          entry("createUser", a -> Call.with(person(name(), ""))),
          entry("getUser", a -> Call.of(user(a))),
          entry("setUserPassword", a -> new Call(user(a), "", "{\"password\":\"another horse\"}")),
          entry("deleteUser", a -> Call.of(user(a))),
          entry("listAdministrators", a -> Call.PLAIN),
          entry("createAdministrator", a -> Call.with(person(name(), ",\"role\":\"viewer\""))),
          entry("getAdministrator", a -> Call.of(administrator(a))),
          entry(
              "updateAdministrator",
              a -> new Call(administrator(a), "", "{\"role\":\"operator\"}")),
          entry("deleteAdministrator", a -> Call.of(administrator(a))),
          entry("getMyself", a -> Call.PLAIN),
          entry("listApiTokens", a -> Call.PLAIN),
          entry("createApiToken", a -> Call.with("{\"role\":\"viewer\",\"note\":\"a test\"}")),
          entry("getApiToken", a -> Call.of(made(a, "/api-tokens", "{\"role\":\"viewer\"}"))),
          entry("revokeApiToken", a -> Call.of(made(a, "/api-tokens", "{\"role\":\"viewer\"}"))),
          entry("listAudit", a -> new Call("", "?order=oldest&limit=5", "")),
          entry("getAuditHead", a -> Call.PLAIN),
          entry("verifyAudit", a -> Call.PLAIN),
          entry("listWebhooks", a -> Call.PLAIN),
          entry("listDeadLetters", a -> Call.PLAIN),
          entry("retryDeadLetter", a -> Call.of(deadLetter())),
          entry("forgetDeadLetter", a -> Call.of(deadLetter())),
          entry("getSettings", a -> Call.PLAIN),
          entry("getOpenApi", a -> Call.PLAIN));

  private Exercises() {}

  /** One that was given up, as if a webhook had never answered. */
  private static String deadLetter() {
    var database = RunningServer.shared().part(Database.class);
    var dead = new Outbox(database, InstantSource.system());
    long entry = ENTRIES.incrementAndGet();
    int added = database.write(sql -> sql.update(DEAD_LETTER, entry));
    assertThat(added).isEqualTo(1);
    return Long.toString(dead.dead(0, 1000).getLast().id());
  }

  /** Beyond those that there are; one that is tried again keeps its number. */
  private static final AtomicLong ENTRIES = new AtomicLong(1_000_000);

  private static final String DEAD_LETTER =
      """
      INSERT INTO webhook_deliveries (webhook, entry, status, attempts, next_at, created_at)
      VALUES ('exercise', ?, 'dead', 12, 0, 0)
      """;

  private static Call client(AdminClient admin) {
    return Call.of(admin.newClient("Exercise"));
  }

  private static Call patch(AdminClient admin, String body) {
    return new Call(admin.newClient("Exercise"), "", body);
  }

  private static String made(AdminClient admin, String path, String body) {
    return admin.post(path, body).text("id");
  }

  private static String user(AdminClient admin) {
    return admin.post("/users", person(name(), "")).text("name");
  }

  private static String administrator(AdminClient admin) {
    return admin.post("/administrators", person(name(), ",\"role\":\"viewer\"")).text("name");
  }

  private static String name() {
    return "someone-" + UUID.randomUUID();
  }

  private static String person(String name, String more) {
    return "{\"name\":\"%s\",\"password\":\"correct horse\"%s}".formatted(name, more);
  }
}
