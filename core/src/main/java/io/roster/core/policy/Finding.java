package io.roster.core.policy;

import io.roster.core.metadata.Violation;
import io.roster.core.settings.PolicyMode;
import java.util.List;

/**
 * A rule that a candidate broke, and what was done about it.
 *
 * @param rule the rule's stable name
 * @param violations what it saw and what to change; never empty
 */
public record Finding(String rule, PolicyMode mode, List<Violation> violations) {
  public Finding {
    violations = List.copyOf(violations);
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("a finding says what was found");
    }
  }

  /** A refusal for one reason. */
  public static Finding rejecting(String rule, Violation violation) {
    return new Finding(rule, PolicyMode.REJECT, List.of(violation));
  }
}
