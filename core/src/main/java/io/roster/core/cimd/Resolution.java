package io.roster.core.cimd;

import io.roster.core.client.Client;
import io.roster.core.metadata.Violation;
import io.roster.core.registration.Examination;
import java.util.List;

/** What a URL in the place of a client identifier stands for. */
public sealed interface Resolution {
  /** A client of the roster, which need not be active. */
  record Known(Client client) implements Resolution {}

  /**
   * A client that is not on the roster: it is put there when a person is about to be asked.
   *
   * @param client as it would be
   * @param examined what the rules made of its document
   * @param document what it was made of
   */
  record Candidate(Client client, Examination examined, DocumentFetch.Found document)
      implements Resolution {}

  /** There is a document, and it can't be accepted. */
  record Refused(List<Violation> violations) implements Resolution {
    public Refused {
      violations = List.copyOf(violations);
    }
  }

  /** There is no document to be had. */
  record Unavailable(DocumentFetch.Cause cause) implements Resolution {}
}
