package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Secret;
import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.Optional;

/** Everything that can come of an update, RFC 7592 section 2.2. */
public sealed interface UpdateOutcome {
  /** The client as it is now, with its secret if the update had to issue one. */
  record Updated(Client client, Optional<Secret> newSecret) implements UpdateOutcome {}

  /** The request or the resulting client breaks a rule; nothing was changed. */
  record Rejected(List<Violation> violations) implements UpdateOutcome {
    public Rejected {
      violations = List.copyOf(violations);
      if (violations.isEmpty()) {
        throw new IllegalArgumentException("a rejection must give a reason");
      }
    }
  }

  /** The client was deleted in the meantime. */
  record Gone() implements UpdateOutcome {}
}
