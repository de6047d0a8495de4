package io.roster.spring.authenticate;

import io.roster.store.assertion.UsedAssertions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The client assertions of the last minutes, so that none is used twice, RFC 7523 section 3. It
 * keeps a bounded number: when more arrive than fit, the oldest are forgotten.
 */
public final class InMemoryUsedAssertions implements UsedAssertions {
  private final int most;
  private final InstantSource clock;
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  /** Remembers at most so many. */
  public InMemoryUsedAssertions(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  @Override
  public synchronized boolean use(String digest, Instant end) {
    makeRoom();
    return ends.putIfAbsent(digest, end) == null;
  }

  // All live about equally long, so the oldest end first.
  private void makeRoom() {
    Instant now = clock.instant();
    Iterator<Instant> oldest = ends.values().iterator();
    while (oldest.hasNext()) {
      boolean over = oldest.next().isBefore(now);
      if (!over && ends.size() < most) {
        return;
      }
      oldest.remove();
    }
  }
}
