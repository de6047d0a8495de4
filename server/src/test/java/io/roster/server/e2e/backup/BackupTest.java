package io.roster.server.e2e.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.e2e.Authorization;
import io.roster.server.e2e.Browser;
import io.roster.server.e2e.Checkout;
import io.roster.server.e2e.EndToEnd;
import io.roster.server.e2e.Http;
import io.roster.server.e2e.PublicClient;
import io.roster.server.e2e.Registration;
import io.roster.server.e2e.RunningPostgres;
import io.roster.server.e2e.RunningProcess;
import io.roster.server.e2e.RunningRoster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The commands of docs/backup.md, and what is there afterwards. */
class BackupTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";

  /** What was promised before the backup, and has to be kept after it. */
  private record Promised(List<Registration> clients, JsonNode tokens, String keys) {
    static Promised by(RunningRoster roster) {
      var client = roster.register(PublicClient.body(REDIRECT_URI));
      var way = new Authorization(roster, client.clientId(), REDIRECT_URI);
      var tokens = way.tokens(new Browser(roster.issuer()));
      return new Promised(List.of(client), tokens, keysOf(roster));
    }

    Promised and(List<Registration> more) {
      var all = new ArrayList<>(clients);
      all.addAll(more);
      return new Promised(all, tokens, keys);
    }

    void isKeptBy(RunningRoster restored) {
      assertThat(clients).allMatch(client -> client.read().status() == 200);
      var way = new Authorization(restored, clients.getFirst().clientId(), REDIRECT_URI);
      assertThat(way.refresh(tokens).status()).isEqualTo(200);
      assertThat(keysOf(restored)).isEqualTo(keys);
      assertThat(restored.command("", "users", "list")).contains(EndToEnd.USER);
      assertThat(restored.command("", "audit", "verify")).contains("The audit trail is whole.");
    }

    private static String keysOf(RunningRoster roster) {
      return Http.send(Http.get(roster.at("/oauth/jwks"))).body();
    }
  }

  @Test
  void aCopyOfSqliteMadeUnderLoadHasEverythingPromisedBefore() throws Exception {
    var copy = Checkout.newDirectory("backup").resolve("roster.db");
    try (var old = EndToEnd.withUser()) {
      var promised = Promised.by(old).and(backedUpUnderLoad(old, copy.toString()));
      assertThat(old.terminate()).isZero();

      try (var restored = old.restoredFrom(copy)) {
        promised.isKeptBy(restored);
      }
    }
  }

  @Test
  void aDumpOfPostgresHasEverything() {
    var dump = Checkout.newDirectory("dump").resolve("roster.dump").toString();
    try (var postgres = new RunningPostgres();
        var old = RunningRoster.start(postgres.settings())) {
      old.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
      var promised = Promised.by(old);

      run("pg_dump", "--format=custom", "--file=" + dump, postgres.uri("postgres"));
      assertThat(old.terminate()).isZero();
      run("createdb", "--maintenance-db=" + postgres.uri("postgres"), "restored");
      run("pg_restore", "--exit-on-error", "--dbname=" + postgres.uri("restored"), dump);

      try (var restored = old.continuedOn(postgres.settings("restored"))) {
        promised.isKeptBy(restored);
      }
    }
  }

  /** Backs it up while clients register; returns those that were told so before it began. */
  private static List<Registration> backedUpUnderLoad(RunningRoster roster, String copy)
      throws Exception {
    var enough = new AtomicBoolean();
    Callable<Void> register =
        () -> {
          while (!enough.get()) {
            roster.register(PublicClient.body(REDIRECT_URI));
          }
          return null;
        };
    var before = new ArrayList<Registration>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var storm = List.of(threads.submit(register), threads.submit(register));
      for (int i = 0; i < 50; i++) {
        before.add(roster.register(PublicClient.body(REDIRECT_URI)));
      }
      roster.command("", "backup", copy);
      enough.set(true);
      for (var each : storm) {
        each.get();
      }
    }
    return before;
  }

  private static void run(String... command) {
    var log = Checkout.newDirectory("program").resolve("log");
    var program = RunningProcess.start(log, Map.of(), List.of(command));
    assertThat(program.awaitEnd()).as(program::output).isZero();
  }
}
