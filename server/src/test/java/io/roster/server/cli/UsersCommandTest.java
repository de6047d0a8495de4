package io.roster.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.http.JacksonJson;
import io.roster.server.account.Passwords;
import io.roster.server.data.DataDirectory;
import io.roster.store.account.JdbcUserStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersCommandTest {
  @TempDir private Path temporary = Path.of("");
  private String data = "";

  @BeforeEach
  void chooseDirectory() {
    data = temporary.resolve("data").toString();
  }

  @Test
  void aUserIsAddedBeforeThereIsAnyData() {
    var added = add("alice", "correct horse\n");

    assertThat(added)
        .isEqualTo(new CommandResult(0, "added user alice" + System.lineSeparator(), ""));
    assertThat(CommandResult.of("users", "list", "--data", data).out())
        .containsPattern("alice +user +20");
  }

  @Test
  void thePasswordIsKeptAsAHash() {
    add("alice", "correct horse\r\n");

    try (var database = new DataDirectory(Path.of(data)).openExisting()) {
      var stored = new JdbcUserStore(database, new JacksonJson()).find("alice").orElseThrow();
      assertThat(stored.passwordHash()).startsWith("{bcrypt}").doesNotContain("horse");
      assertThat(Passwords.encoder().matches("correct horse", stored.passwordHash())).isTrue();
    }
  }

  @Test
  void aNameIsTakenOnce() {
    add("alice", "correct horse");

    var again = add("Alice", "another horse");

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err())
        .isEqualToNormalizingNewlines("roster: there is a user of that name already\n");
  }

  @Test
  void aShortPasswordIsRefused() {
    var added = add("alice", "short");

    assertThat(added.code()).isEqualTo(1);
    assertThat(added.err()).contains("8 to 72 bytes").doesNotContain("short");
  }

  @Test
  void aPasswordThatBcryptWouldCutIsRefused() {
    assertThat(add("alice", "x".repeat(73)).code()).isEqualTo(1);
    assertThat(add("alice", "x".repeat(72)).code()).isZero();
  }

  @Test
  void anEndlessPasswordIsRefused() {
    assertThat(add("alice", "x".repeat(1_000_000)).err()).contains("8 to 72 bytes");
  }

  @Test
  void aPasswordOnTheCommandLineIsNotUnderstood() {
    var added = CommandResult.of("users", "add", "alice", "secret-password", "--data", data);

    assertThat(added.code()).isEqualTo(2);
    assertThat(added.err()).contains("roster users add --help");
  }

  @Test
  void aNameWithSpacesIsNotUnderstood() {
    var added = add("al ice", "correct horse");

    assertThat(added.code()).isEqualTo(2);
    assertThat(added.err()).contains("no spaces").contains("roster users add --help");
  }

  @Test
  void usersAreListedForPrograms() {
    add("bob", "correct horse");
    add("alice", "correct horse");

    var listed = CommandResult.of("users", "list", "--format", "json", "--data", data);

    assertThat(listed.out())
        .containsPattern(
            "(?s)^\\[\\{\"name\":\"alice\",\"roles\":\\[\"user\"\\],\"created\":\"20[^\"]*\"},\\s"
                + "\\{\"name\":\"bob\".*}]\\s$");
  }

  @Test
  void aRemovedUserIsGone() {
    add("alice", "correct horse");

    var removed = CommandResult.of("users", "remove", "alice", "--data", data);
    var again = CommandResult.of("users", "remove", "alice", "--data", data);

    assertThat(removed.code()).isZero();
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("no user of that name");
  }

  @Test
  void aMistypedDirectoryIsNotCreated() {
    var listed = CommandResult.of("users", "list", "--data", data);

    assertThat(listed.code()).isEqualTo(1);
    assertThat(listed.err()).contains("no Roster data in " + data);
    assertThat(Path.of(data)).doesNotExist();
  }

  @Test
  void aDirectoryThatIsAFileIsRefused() throws Exception {
    Files.writeString(Path.of(data), "not a directory");

    var added = add("alice", "correct horse");

    assertThat(added.code()).isEqualTo(1);
    assertThat(added.err()).contains("is not a directory: " + data);
  }

  private CommandResult add(String name, String password) {
    return CommandResult.withInput(
        password, "users", "add", name, "--password-stdin", "--data", data);
  }
}
