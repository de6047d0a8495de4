package io.roster.remote.fetch;

import java.time.Duration;
import java.util.Optional;

/** What came of fetching. */
public sealed interface Fetch {
  /**
   * The document.
   *
   * @param freshFor how long its host says it stays as it is; nothing when it doesn't say
   */
  record Fetched(String body, Optional<Duration> freshFor) implements Fetch {}

  /** There is none to be had; {@code reason} is for the operator and for nobody else. */
  record Failed(String reason) implements Fetch {}
}
