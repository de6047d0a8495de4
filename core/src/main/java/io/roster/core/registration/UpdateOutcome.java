package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Secret;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import java.util.List;
import java.util.Optional;

/** Everything that can come of an update, RFC 7592 section 2.2. */
public sealed interface UpdateOutcome {
  /**
   * The client as it is now, with its secret if the update issued one, and the registration access
   * token to use from now on.
   */
  record Updated(Client client, Optional<Secret> newSecret, Secret registrationToken)
      implements UpdateOutcome {}

  /** The request or the resulting client breaks a rule; nothing was changed. */
  record Rejected(List<Finding> findings) implements UpdateOutcome {
    public Rejected {
      findings = Refusal.demanded(findings);
    }

    /** Every reason for the refusal, in the order of the rules. */
    public List<Violation> violations() {
      return Refusal.reasons(findings);
    }
  }

  /** The client was deleted in the meantime. */
  record Gone() implements UpdateOutcome {}
}
