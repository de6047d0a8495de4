package io.roster.core.registration;

import io.roster.core.client.Origin;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.policy.Finding;
import io.roster.core.policy.Judgment;
import java.util.List;

/**
 * What a registration or an update would come to: the same answer that is given to the client, with
 * nothing stored.
 *
 * @param origin how the client came, as far as statement and token tell
 * @param amended what the rules were shown first: with defaults, statement and token applied
 * @param judgment what it would be, and every rule it breaks
 */
public record Examination(Origin origin, ClientMetadata amended, Judgment judgment) {
  /** Whether it would be refused. */
  public boolean isRejected() {
    return judgment.isRejected();
  }

  /** The client as it would be registered. */
  public ClientMetadata metadata() {
    return judgment.metadata();
  }

  /** Every broken rule, in the order of the rules. */
  public List<Finding> findings() {
    return judgment.findings();
  }
}
