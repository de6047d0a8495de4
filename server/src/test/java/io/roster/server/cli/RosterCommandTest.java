package io.roster.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RosterCommandTest {
  @Test
  void nothingToDoIsNotUnderstood() {
    var result = CommandResult.of();

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .isEqualToNormalizingNewlines("roster: say what to do\nTry 'roster --help'.\n");
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheRightOne() {
    var result = CommandResult.of("serv");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Did you mean").contains("serve");
  }

  @Test
  void theVersionNamesTheProduct() {
    assertThat(CommandResult.of("--version").out()).startsWith("roster ");
  }
}
