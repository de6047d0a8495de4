package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Secret;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import java.util.List;
import java.util.Optional;

/** What came of something an administrator did with a client. */
public sealed interface Administered {
  /**
   * The client as it is now, what was issued to it, which is told only here, and on how many
   * clients like it the same was decided.
   */
  record Done(Client client, Optional<Secret> issued, int alike) implements Administered {
    Done(Client client, Optional<Secret> issued) {
      this(client, issued, 0);
    }
  }

  /** The client is another one than the administrator has seen; nothing was changed. */
  record Outdated(Client current) implements Administered {}

  /** There is no such client. */
  record Unknown() implements Administered {}

  /** The client would break a rule; nothing was changed. */
  record Refused(List<Finding> findings) implements Administered {
    public Refused {
      findings = Refusal.demanded(findings);
    }

    /** Every reason for the refusal, in the order of the rules. */
    public List<Violation> violations() {
      return Refusal.reasons(findings);
    }
  }

  /** The client is of a kind this makes no sense for; nothing was changed. */
  record Inapplicable(String reason) implements Administered {}
}
