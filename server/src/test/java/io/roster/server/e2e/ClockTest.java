package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The wall clock jumps, forwards and back: no client goes, and nobody is kept out for long. */
class ClockTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";
  private static final int BURST = 5;

  private final Path offset = Checkout.newDirectory("clock").resolve("offset");

  @Test
  void aClockThatJumpsCostsNoClientAndKeepsNobodyOut() throws IOException {
    jump("+0");
    try (var roster = RunningRoster.start(jumping())) {
      roster.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
      var early = roster.register(PublicClient.body(REDIRECT_URI));

      jump("+200d");
      roster.awaitOutput("the clock jumped by");
      var late = roster.register(PublicClient.body(REDIRECT_URI));
      exhaust(roster);
      assertThat(tokens(roster, early)).contains("access_token");

      jump("+0");
      roster.awaitOutput("the clock jumped by PT-");
      assertThat(early.read().status()).isEqualTo(200);
      assertThat(late.read().status()).isEqualTo(200);
      assertThat(tokens(roster, late)).contains("access_token");
      roster.await(() -> isAdmitted(roster));

      jump("-200d");
      roster.await(() -> roster.output().split("the clock jumped by", -1).length > 3);
      assertThat(tokens(roster, early)).contains("access_token");
      roster.await(() -> isAdmitted(roster));
      assertThat(roster.output()).doesNotContainPattern("purged \\d").doesNotContain(" ERROR ");
    }
  }

  private static String tokens(RunningRoster roster, Registration client) {
    return new Authorization(roster, client.clientId(), REDIRECT_URI)
        .tokens(new Browser(roster.issuer()))
        .toString();
  }

  private static void exhaust(RunningRoster roster) {
    assertThat(IntStream.range(0, 2 * BURST).mapToObj(i -> isAdmitted(roster))).contains(false);
  }

  private static boolean isAdmitted(RunningRoster roster) {
    var body = PublicClient.body(REDIRECT_URI);
    var status = Http.send(Http.postJson(roster.at("/oauth/register"), body)).status();
    assertThat(status).isIn(201, 429);
    return status == 201;
  }

  private Map<String, String> jumping() {
    return Map.ofEntries(
        Map.entry("LD_PRELOAD", "libfaketimeMT.so.1"),
        Map.entry(
            "LD_LIBRARY_PATH",
            "/usr/lib/x86_64-linux-gnu/faketime:/usr/lib/aarch64-linux-gnu/faketime"),
        Map.entry("FAKETIME_TIMESTAMP_FILE", offset.toString()),
        Map.entry("FAKETIME_NO_CACHE", "1"),
        // Durations go on as they do: only the wall clock jumps.
        Map.entry("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        Map.entry("FAKETIME_FORCE_MONOTONIC_FIX", "0"),
        Map.entry("ROSTER_LIFE_CYCLE_NEVER_USED", "1d"),
        Map.entry("ROSTER_LIFE_CYCLE_PURGE_INTERVAL", "1s"),
        Map.entry("ROSTER_RATE_LIMIT_ENABLED", "true"),
        Map.entry("ROSTER_RATE_LIMIT_PER_ADDRESS", BURST + "/60"));
  }

  private void jump(String to) throws IOException {
    var next = Files.writeString(offset.resolveSibling("next"), to + "\n");
    Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
