package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees who starts Roster for the first time, and doesn't see the second time. */
@ExtendWith(EndToEnd.class)
class FirstStartTest {
  private static final Pattern PASSWORD =
      Pattern.compile("password\\W+(\\S{12,})", Pattern.CASE_INSENSITIVE);

  @Test
  void itPrintsAPasswordAndACurlThatWorksOnce() {
    try (var roster = RunningRoster.start()) {
      var first = roster.output();
      var curl =
          RunningProcess.start(
              Checkout.newDirectory("curl").resolve("log"),
              Map.of(),
              List.of("sh", "-c", curl(first)));
      roster.terminate();
      roster.startAgain();
      var second = roster.output();

      assertThat(PASSWORD.matcher(first).results()).hasSize(1);
      assertThat(PASSWORD.matcher(second).results()).isEmpty();
      assertThat(second).doesNotContain("curl");
    }
  }

  private static String curl(String output) {
    return output;
  }
}
