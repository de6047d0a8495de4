package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A disk without room costs registrations, but nothing that was acknowledged, and it passes. */
class DiskFullTest {
  private static final int MANY = 200;
  private static final long THREE_MEGABYTES = 3_000_000;

  @Test
  void nothingAcknowledgedIsLostAndServiceComesBackWithTheRoom() throws Exception {
    try (var roster = RunningRoster.start()) {
      var storm = new Storm(roster);
      storm.awaitRegistrations(MANY);
      // No file of the server's may grow beyond this, its database and its log included.
      roster.limitFiles(THREE_MEGABYTES);
      storm.awaitOutages(MANY);
      var reader = roster.at("/.well-known/oauth-authorization-server");
      assertThat(Http.send(Http.get(reader)).status()).isEqualTo(200);
      roster.limitFiles(Long.MAX_VALUE);
      storm.awaitRegistrations(MANY);

      assertThat(storm.end()).allSatisfy(r -> assertThat(r.read().status()).isEqualTo(200));
    }
  }
}
