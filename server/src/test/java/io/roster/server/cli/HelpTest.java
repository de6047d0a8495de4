package io.roster.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The help texts, word for word; -Dgolden.rewrite=true writes them anew, to be read in the diff.
 */
class HelpTest {
  private static final Path GOLDEN = Path.of("src/test/resources/help");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "clients",
        "clients list",
        "clients get",
        "clients create",
        "clients update",
        "clients delete",
        "clients rotate-secret",
        "clients reissue-token",
        "clients revoke-token",
        "clients revoke-grants",
        "clients waiting",
        "clients approve",
        "clients deny",
        "clients disable",
        "clients enable",
        "initial-tokens",
        "initial-tokens create",
        "initial-tokens list",
        "initial-tokens revoke",
        "admins",
        "admins add",
        "admins list",
        "admins set-role",
        "admins remove",
        "tokens",
        "tokens create",
        "tokens list",
        "tokens revoke",
        "explain",
        "policies",
        "users",
        "users add",
        "users list",
        "users remove",
        "purge",
        "backup",
        "export",
        "import",
        "completion",
        "audit",
        "audit list",
        "audit export",
        "audit verify",
        "webhooks",
        "webhooks list",
        "webhooks dead-letters",
        "webhooks retry",
        "webhooks forget",
        "keys",
        "keys list",
        "keys rotate"
      })
  void everyCommandExplainsItself(String command) throws IOException {
    var words = (command + " --help").strip().split(" ", -1);
    var file = GOLDEN.resolve(("roster " + command).strip().replace(' ', '-') + ".txt");

    var help = CommandResult.of(words);

    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(file, help.out());
    }
    assertThat(help.code()).isZero();
    assertThat(help.out()).isEqualToNormalizingNewlines(Files.readString(file));
  }
}
