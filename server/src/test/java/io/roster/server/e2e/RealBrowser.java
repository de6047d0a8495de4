package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Chromium, driven by a script in {@code src/test/js} that plays scenes with {@code
 * real-browser.mjs}: at two widths, with a picture of every page in {@code target/screenshots} and
 * a check of its accessibility.
 */
public final class RealBrowser {
  private static final Duration LIMIT = Duration.ofMinutes(6);

  private RealBrowser() {}

  /** Plays a script to its end and returns what it said; it fails when one of its scenes does. */
  public static String play(String script, Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("SCREENSHOTS", Checkout.root().resolve("server/target/screenshots").toString());
    var log = Checkout.newDirectory("browser").resolve(script + ".log");
    var command = List.of("node", "server/src/test/js/" + script);
    var played = RunningProcess.start(log, all, command);
    assertThat(played.awaitEnd(LIMIT)).as(played::output).isZero();
    return played.output();
  }
}
