package io.roster.server.e2e;

import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever strangers send, the server stays polite, stays up and keeps nothing of it. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private final RunningRoster roster;

  BadInputTest(RunningRoster roster) {
    this.roster = roster;
  }

  @Test
  void hostileBodiesAreRefused() {
    assertAllRefused(HostileRequests.bodies());
  }

  @Test
  void hostileFramingsAreRefused() {
    assertAllRefused(HostileRequests.framings());
  }

  @Test
  void hostileTargetsAreRefused() {
    assertAllRefused(HostileRequests.targets());
  }

  @Test
  void noiseIsRefused() {
    assertAllRefused(HostileRequests.noise());
  }

  private void assertAllRefused(Map<String, byte[]> requests) {
    long before = roster.storedClients();
    var softly = new SoftAssertions();
    requests.forEach(
        (name, request) -> {
          var answer = RawSocket.exchange(roster.port(), request);
          softly.assertThat(answer).as(name).matches(BadInputTest::isRefusal);
        });
    softly.assertThat(roster.storedClients()).as("clients stored").isEqualTo(before);
    softly.assertAll();
  }

  private static boolean isRefusal(RawSocket.Answer answer) {
    return answer.isSilence() || (answer.status() / 100 == 4 && answer.isErrorDocumentOrEmpty());
  }
}
