package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pages people see, in a real browser: their accessibility, and what its rules make of them.
 */
@ExtendWith(EndToEnd.class)
class PagesTest {
  private static final int SCENES = 14;
  private static final int WIDTHS = 2;

  private final RunningRoster roster;

  PagesTest(RunningRoster roster) {
    this.roster = roster;
  }

  @Test
  void peopleSignInAndDecide() {
    var report =
        RealBrowser.play(
            "pages.mjs",
            Map.of(
                "ISSUER", roster.issuer().toString(),
                "USERNAME", EndToEnd.USER,
                "PASSWORD", EndToEnd.PASSWORD));

    assertThat(report.lines().filter(line -> line.startsWith("ok "))).hasSize(SCENES * WIDTHS);
  }
}
