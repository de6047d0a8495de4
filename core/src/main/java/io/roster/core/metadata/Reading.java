package io.roster.core.metadata;

import java.util.List;

/** What came of reading JSON as client metadata. */
public sealed interface Reading {
  record Parsed(ClientMetadata metadata) implements Reading {}

  /** At least one known member has the wrong type. */
  record Malformed(List<Violation> violations) implements Reading {
    public Malformed {
      violations = List.copyOf(violations);
    }
  }
}
