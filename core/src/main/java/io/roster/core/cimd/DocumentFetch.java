package io.roster.core.cimd;

import io.roster.core.json.Json;
import java.time.Instant;

/** What came of asking for a document. */
public sealed interface DocumentFetch {
  /**
   * The document.
   *
   * @param fetchedAt when its host gave it
   * @param staleAt until when it need not be asked for again
   */
  record Found(Json.Members document, Instant fetchedAt, Instant staleAt)
      implements DocumentFetch {}

  /**
   * There is none to be had.
   *
   * @param reason what happened, for the operator and for nobody else
   */
  record Missing(Cause cause, String reason) implements DocumentFetch {}

  /** Why there is none, as far as it makes a difference. */
  enum Cause {
    /** Its host says that there is no such document, or no more. */
    GONE,
    /** Its host can't be reached, or answers something else. */
    UNAVAILABLE,
    /** This server has asked too often, or may not ask this host. */
    NOT_ASKED
  }
}
