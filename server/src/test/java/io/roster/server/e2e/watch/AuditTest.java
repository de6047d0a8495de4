package io.roster.server.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.e2e.Http;
import io.roster.server.e2e.RunningRoster;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever decides on a client is written down, and whoever changes what was written is found. */
class AuditTest {
  private static final String BODY =
      "{\"client_name\":\"Audited\",\"redirect_uris\":[\"https://app.example.com/cb\"]}";

  @Test
  void everyDecisionIsKeptAndTamperingWithOneShows() {
    try (var roster = RunningRoster.start()) {
      // Only then is the first administrator there.
      roster.awaitOutput("is ready");
      var client = roster.register(BODY);
      var refused =
          Http.send(Http.postJson(roster.at("/oauth/register"), "{\"redirect_uris\":[]}"));
      assertThat(refused.status()).isEqualTo(400);
      roster.command("", "clients", "disable", client.clientId());
      roster.command("", "clients", "delete", client.clientId());
      var created = roster.command("", "initial-tokens", "create", "--note", "for a friend");
      var token = created.lines().toList().getLast();
      roster.terminate();
      roster.startAgain();

      var entries = exported(roster);

      assertThat(entries)
          .extracting(entry -> entry.get("action").asString())
          .containsExactly(
              "user_added",
              "registered",
              "registration_refused",
              "disabled",
              "deleted",
              "initial_token_created");
      assertThat(entries.getFirst().get("after").get("user").asString()).isEqualTo("admin");
      assertThat(entries.get(1).get("actor").asString()).isEqualTo("client");
      assertThat(entries.get(1).get("address").asString()).contains("127.0.0.1");
      assertThat(entries.get(1).get("after").get("metadata").get("client_name").asString())
          .isEqualTo("Audited");
      assertThat(entries.get(2).get("rules").get(0).get("decision").asString())
          .isEqualTo("rejected");
      assertThat(entries.get(3).get("actor").asString()).startsWith("administrator:");
      assertThat(entries.getLast().get("actor").asString()).isEqualTo("administrator:local");
      assertThat(entries.getLast().toString()).contains("for a friend").doesNotContain(token);
      assertThat(entries.toString()).doesNotContain(client.secret());
      assertThat(roster.command("", "audit", "list", "--action", "disabled"))
          .contains(client.clientId());
      // Entries are sealed behind the writers, so soon, not at once.
      roster.await(() -> roster.command("", "audit", "verify").contains("6 entries under"));
      assertThat(roster.command("", "audit", "verify")).contains("The audit trail is whole.");

      roster.tamper("UPDATE audit SET address = '203.0.113.9' WHERE row_id = 3");
      assertThat(roster.command(1, "", "audit", "verify")).contains("entry 3 was changed");
      roster.tamper("DELETE FROM audit WHERE row_id = 3");
      assertThat(roster.command(1, "", "audit", "verify"))
          .containsPattern("there are [0-5], and should be [1-6]");
    }
  }

  private static List<JsonNode> exported(RunningRoster roster) {
    return roster
        .command("", "audit", "export")
        .lines()
        .flatMap(line -> line.startsWith("{") ? Stream.of(Http.JSON.readTree(line)) : Stream.of())
        .toList();
  }
}
