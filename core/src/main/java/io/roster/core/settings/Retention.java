package io.roster.core.settings;

import java.time.Duration;

/**
 * How long a client is kept that nobody uses; zero for ever. One with a live grant always is.
 *
 * @param neverUsed counted from its registration, when nobody ever used it
 * @param idle counted from its last use
 */
public record Retention(Duration neverUsed, Duration idle) {
  /** Nothing goes by itself. */
  public static final Retention FOREVER = new Retention(Duration.ZERO, Duration.ZERO);
}
