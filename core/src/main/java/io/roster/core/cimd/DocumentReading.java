package io.roster.core.cimd;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Violation;
import java.util.List;

/** What came of reading a document. */
public sealed interface DocumentReading {
  /** The document asks for a client with these metadata. */
  record Proper(ClientMetadata metadata) implements DocumentReading {}

  /** It is not what a document has to be. */
  record Improper(List<Violation> violations) implements DocumentReading {
    public Improper {
      violations = List.copyOf(violations);
    }
  }
}
