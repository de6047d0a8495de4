package io.roster.core.policy;

import io.roster.core.metadata.Violation;
import java.util.ArrayList;
import java.util.List;

/** A rule that metadata must satisfy before we register it. Pure: no I/O, no mutation. */
@FunctionalInterface
public interface RegistrationPolicy {
  /** Returns every way the candidate breaks this rule; an empty list means it passes. */
  List<Violation> check(Candidate candidate);

  /** Runs all rules, in order, so that one reply lists all that is wrong. */
  static RegistrationPolicy all(List<RegistrationPolicy> rules) {
    var ordered = List.copyOf(rules);
    return candidate -> {
      var violations = new ArrayList<Violation>();
      ordered.forEach(rule -> violations.addAll(rule.check(candidate)));
      return List.copyOf(violations);
    };
  }
}
