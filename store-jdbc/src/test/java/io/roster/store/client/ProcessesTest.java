package io.roster.store.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.http.JacksonJson;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.Clients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  private Path file;

  @BeforeEach
  void choose(@TempDir Path directory) {
    file = directory.resolve("roster.db");
  }

  @Test
  void whatWasAcknowledgedSurvivesAKill() throws Exception {
    var acknowledged = new ArrayList<String>();
    for (int round = 1; round <= 5; round++) {
      acknowledged.addAll(insertUntilKilled("round-" + round + "-", 150 * round));
    }

    try (var database = SqliteDatabase.open(file)) {
      assertThat(integrity(database)).isEqualTo("ok");
      assertThat(allIds(database)).containsAll(acknowledged);
    }
  }

  @Test
  void twoProcessesMayWriteAtTheSameTime() throws Exception {
    var ids = new HashSet<String>();
    var other = start("other-", 500);

    try (var database = SqliteDatabase.open(file);
        var lines = other.inputReader()) {
      ids.add(lines.readLine());
      var mine = new JdbcClientStore(database, new JacksonJson());
      for (int i = 0; i < 500; i++) {
        ids.add("mine-" + i);
        assertThat(mine.insert(Clients.someClient("mine-" + i))).isEqualTo(Insertion.INSERTED);
      }
      lines.lines().forEach(ids::add);

      assertThat(other.waitFor()).isZero();
      assertThat(allIds(database)).hasSize(1000).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private List<String> insertUntilKilled(String prefix, int enough) throws IOException {
    var process = start(prefix, Integer.MAX_VALUE);
    try (var lines = process.inputReader()) {
      var acknowledged = new ArrayList<String>();
      for (int i = 0; i < enough; i++) {
        acknowledged.add(lines.readLine());
      }
      // Unlike Process, its handle leaves the rest of the output readable.
      process.toHandle().destroyForcibly();
      acknowledged.addAll(completeLines(lines, prefix));
      return acknowledged;
    }
  }

  /** The rest of what the process printed, except a last line that it didn't end. */
  private static Collection<String> completeLines(BufferedReader lines, String prefix)
      throws IOException {
    var rest = new StringBuilder();
    for (int c = lines.read(); c >= 0; c = lines.read()) {
      rest.append((char) c);
    }
    var ended = rest.substring(0, rest.lastIndexOf("\n") + 1);
    return ended.lines().filter(line -> line.startsWith(prefix)).toList();
  }

  private Process start(String prefix, int most) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Inserter.class.getName(),
            file.toString(),
            prefix,
            Integer.toString(most))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String integrity(Database database) {
    return database.read(
        sql -> sql.first("PRAGMA integrity_check", row -> row.text(1)).orElseThrow());
  }

  private static Set<String> allIds(Database database) {
    ClientStore clients = new JdbcClientStore(database, new JacksonJson());
    var ids = new HashSet<String>();
    var page = clients.firstPage(500);
    while (!page.isEmpty()) {
      page.stream().map(Client::id).map(ClientId::value).forEach(ids::add);
      page = clients.pageAfter(page.getLast().id(), 500);
    }
    return ids;
  }
}
