package io.roster.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What ./roster keeps after a build to start quickly; the many starts of the tests want it too. */
final class StartCache {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Path PRODUCT = Checkout.root().resolve("server/target/roster");
  private static final String REHEARSAL =
      "root=$PWD; . .build/jdk.sh; . .build/product.sh; find_jdk 21;"
          + " rm -f $product/start.cache; make_start_cache";

  private StartCache() {}

  /** Makes it unless there is one for just this product. */
  static void make() throws IOException {
    var cache = PRODUCT.resolve("start.cache");
    var program = PRODUCT.resolve("roster-server.jar");
    if (!Files.exists(cache) || isOlder(cache, program)) {
      var log = Checkout.newDirectory("start-cache").resolve("log");
      RunningProcess.start(log, Map.of(), List.of("bash", "-c", REHEARSAL)).awaitEnd(LIMIT);
    }
  }

  private static boolean isOlder(Path one, Path other) throws IOException {
    return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
  }
}
