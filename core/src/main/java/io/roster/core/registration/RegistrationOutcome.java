package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Secret;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import java.util.List;
import java.util.Optional;

/** Everything that can come of a registration request we understood, RFC 7591 section 3.2. */
public sealed interface RegistrationOutcome {
  /**
   * The client exists; this is the only time its secrets can be told. A registration that is shared
   * by equal clients has no registration token, for none of them may change it.
   */
  record Registered(
      Client client, Optional<Secret> clientSecret, Optional<Secret> registrationToken)
      implements RegistrationOutcome {
    /** The same, of the client as it is by now. */
    Registered as(Client now) {
      return new Registered(now, clientSecret, registrationToken);
    }
  }

  /** The client breaks at least one rule. */
  record Rejected(List<Finding> findings) implements RegistrationOutcome {
    public Rejected {
      findings = Refusal.demanded(findings);
    }

    /** Every reason for the refusal, in the order of the rules. */
    public List<Violation> violations() {
      return Refusal.reasons(findings);
    }
  }

  /** The initial access token was used up, or ended, by the time the client would be inserted. */
  record TokenSpent() implements RegistrationOutcome {}

  /** There are as many clients of this tier as the operator allows. */
  record QuotaReached() implements RegistrationOutcome {}
}
