package io.roster.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  @TempDir private Path data = Path.of("");

  @Test
  void aKeyIsMadeBeforeThereIsAnyData() {
    var rotated = keys("rotate");

    assertThat(rotated.code()).isZero();
    assertThat(rotated.out()).containsPattern("the new signing key is [A-Za-z0-9_-]{43}\\s");
  }

  @Test
  void aRotationRetiresTheKeyBefore() {
    var first = kid(keys("rotate"));
    var second = kid(keys("rotate"));

    var listed = keys("list").out().lines().skip(1).toList();

    assertThat(listed.get(0)).startsWith(second + "  active ").endsWith("-");
    assertThat(listed.get(1)).startsWith(first + "  retired ").doesNotEndWith("-");
  }

  @Test
  void theSecretPartIsNeverShown() {
    keys("rotate");

    var listed = CommandResult.of("keys", "list", "--format", "json", "--data", data.toString());

    assertThat(listed.out()).contains("\"state\":\"active\"").doesNotContain("\"d\"");
  }

  private CommandResult keys(String command) {
    return CommandResult.of("keys", command, "--data", data.toString());
  }

  private static String kid(CommandResult rotated) {
    var text = rotated.out().strip();
    return text.substring(text.lastIndexOf(' ') + 1);
  }
}
