package io.roster.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.data.DataDirectory;
import io.roster.server.data.ServerLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that can't succeed, and the one line that says why. */
class ServeCommandTest {
  @TempDir private Path temporary = Path.of("");

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (var taken = new ServerSocket(0)) {
      var result = serve("--port", String.valueOf(taken.getLocalPort()), "--admin-port", "0");

      assertRefused(result, "port " + taken.getLocalPort() + " is in use; choose another with");
    }
  }

  @Test
  void anAdminPortInUseIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var result = serve("--port", "0", "--admin-port", String.valueOf(taken.getLocalPort()));

      assertRefused(result, "the admin port " + taken.getLocalPort() + " can't be opened");
    }
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() throws IOException {
    try (var first = ServerLock.take(new DataDirectory(temporary).prepared())) {
      assertThat(first).isNotNull();

      assertRefused(serve("--port", "0", "--admin-port", "0"), "another server uses " + temporary);
    }
  }

  @Test
  void aDataDirectoryThatIsAFileIsRefused() throws IOException {
    var file = Files.writeString(temporary.resolve("file"), "");

    var result = CommandResult.of("serve", "--data", file.toString());

    assertRefused(result, "the data directory is not a directory: " + file);
  }

  @Test
  void anotherDatabaseIsRefused() {
    var result = serve("--database", "jdbc:mysql://localhost/roster");

    assertRefused(result, "roster.database must be jdbc:sqlite:");
  }

  @Test
  void anIssuerThatIsNoUrlIsRefused() {
    assertRefused(serve("--issuer", "id.example.com"), "roster.issuer must be an absolute");
  }

  @Test
  void aPortThatIsNoNumberIsNotUnderstood() {
    var result = serve("--port", "http");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--port").contains("Try 'roster serve --help'.");
  }

  private static void assertRefused(CommandResult result, String reason) {
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains(reason).doesNotContain("\tat ").hasLineCount(1);
  }

  private CommandResult serve(String... options) {
    var words = new ArrayList<>(List.of("serve", "--data", temporary.toString()));
    words.addAll(List.of(options));
    return CommandResult.of(words.toArray(String[]::new));
  }
}
