package io.roster.remote.fetch;

import java.time.Duration;
import java.util.Optional;

/** What came of fetching. */
public sealed interface Fetch {
  /**
   * The document.
   *
   * @param mediaType what its host says it is, without parameters and in lower case
   * @param freshFor how long its host says it stays as it is; nothing when it doesn't say
   */
  record Fetched(String body, String mediaType, Optional<Duration> freshFor) implements Fetch {}

  /** The host answered with another status than 200. */
  record Refused(int status) implements Fetch {
    /** What happened, for the operator. */
    public String reason() {
      return "status " + status;
    }
  }

  /** There is none to be had; {@code reason} is for the operator and for nobody else. */
  record Failed(String reason) implements Fetch {}
}
