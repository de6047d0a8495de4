package io.roster.server.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes on one PostgreSQL let in no more together than one would alone. */
@Timeout(value = 240, unit = SECONDS)
class SharedLimitsTest {
  private static final int BURST = 20;
  private static final String TOGETHER = "2 nodes serve together now";
  private static final String ALONE = "this node serves alone now";

  @Test
  void twoNodesTogetherKeepTheRateLimitAndTheLastHasItToItself() {
    try (var postgres = new RunningPostgres();
        var one = RunningRoster.start(limited(postgres))) {
      try (var other = RunningRoster.start(limited(postgres))) {
        one.awaitOutput(TOGETHER);
        other.awaitOutput(TOGETHER);

        assertThat(admittedBy(one)).isEqualTo(BURST / 2);
        assertThat(admittedBy(other)).isEqualTo(BURST / 2);
      }
      one.awaitOutput(ALONE);
      // What its share gave is gone: nobody gets more because a node has left.
      assertThat(admittedBy(one)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aNodeThatWasKilledIsMissed() {
    try (var postgres = new RunningPostgres();
        var one = RunningRoster.start(limited(postgres))) {
      var other = RunningRoster.start(limited(postgres));
      one.awaitOutput(TOGETHER);

      other.kill();

      one.awaitOutput(ALONE);
      assertThat(admittedBy(one)).isEqualTo(BURST);
    }
  }

  /** How many registrations get in before one is refused. */
  private static int admittedBy(RunningRoster roster) {
    var uri = URI.create("http://localhost:" + roster.port() + "/oauth/register");
    var body = PublicClient.body("http://127.0.0.1:1/cb").toString();
    int admitted = 0;
    while (admitted <= 2 * BURST && Http.send(Http.postJson(uri, body)).status() == 201) {
      admitted++;
    }
    return admitted;
  }

  private static Map<String, String> limited(RunningPostgres postgres) {
    var settings = new HashMap<>(postgres.settings());
    settings.put("ROSTER_RATE_LIMIT_ENABLED", "true");
    settings.put("ROSTER_RATE_LIMIT_PER_ADDRESS", BURST + "/1");
    return settings;
  }
}
