package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The primary is lost for good: the servers find the standby that takes its place. */
class FailoverTest {
  private static final int MANY = 200;

  @Test
  void nothingAcknowledgedIsLostAndTheStandbyServesOnceItIsPromoted() throws Exception {
    try (var pair = new PostgresPair();
        var roster = RunningRoster.start(pair.settings())) {
      var storm = new Storm(roster);
      storm.awaitRegistrations(MANY);
      pair.losePrimary();
      storm.awaitOutages(MANY);
      pair.promoteStandby();
      storm.awaitRegistrations(MANY);

      assertThat(storm.end()).allSatisfy(r -> assertThat(r.read().status()).isEqualTo(200));
    }
  }
}
