package io.roster.core.registration;

import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.settings.PolicyMode;
import java.util.List;

/** What every refusal has in common: at least one rule that refuses. */
final class Refusal {
  private Refusal() {}

  static List<Finding> demanded(List<Finding> findings) {
    if (reasons(findings).isEmpty()) {
      throw new IllegalArgumentException("a rejection must give a reason");
    }
    return List.copyOf(findings);
  }

  static List<Violation> reasons(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.mode() == PolicyMode.REJECT)
        .flatMap(finding -> finding.violations().stream())
        .toList();
  }
}
