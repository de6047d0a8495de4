package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
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

    var wrong = new LinkedHashMap<String, RawSocket.Answer>();
    requests.forEach(
        (name, request) -> {
          var answer = RawSocket.exchange(roster.port(), request);
          if (!isRefusal(answer)) {
            wrong.put(name, answer);
          }
        });

    assertThat(wrong).as("not refused as it should be").isEmpty();
    assertThat(roster.storedClients()).isEqualTo(before);
  }

  /** An error status with the error document of the RFCs or nothing; or just hanging up. */
  private static boolean isRefusal(RawSocket.Answer answer) {
    return answer.isSilence() || (answer.status() / 100 == 4 && answer.isErrorDocumentOrEmpty());
  }
}
