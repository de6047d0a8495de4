package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.settings.PolicyMode;
import java.util.List;

/**
 * What the rules made of a candidate.
 *
 * @param metadata the client as it is registered, if it is: with all that was coerced and stripped
 * @param findings every broken rule, in the order of the rules
 */
public record Judgment(ClientMetadata metadata, List<Finding> findings) {
  public Judgment {
    findings = List.copyOf(findings);
  }

  /** Whether at least one rule refuses the candidate. */
  public boolean isRejected() {
    return has(PolicyMode.REJECT);
  }

  /** Whether the client has to wait for an approval. */
  public boolean isHeld() {
    return has(PolicyMode.HOLD);
  }

  private boolean has(PolicyMode mode) {
    return !findings.isEmpty() && findings.stream().anyMatch(f -> f.mode() == mode);
  }
}
