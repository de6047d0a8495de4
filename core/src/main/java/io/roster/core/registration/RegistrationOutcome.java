package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Secret;
import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.Optional;

/** Everything that can come of a registration request we understood, RFC 7591 section 3.2. */
public sealed interface RegistrationOutcome {
  /** The client exists; this is the only time its secrets can be told. */
  record Registered(Client client, Optional<Secret> clientSecret, Secret registrationToken)
      implements RegistrationOutcome {}

  /** The metadata breaks at least one policy. */
  record Rejected(List<Violation> violations) implements RegistrationOutcome {
    public Rejected {
      violations = List.copyOf(violations);
      if (violations.isEmpty()) {
        throw new IllegalArgumentException("a rejection must give a reason");
      }
    }
  }
}
