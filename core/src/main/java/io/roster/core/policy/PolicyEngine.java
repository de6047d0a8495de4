package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Violation;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.RegistrationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges every client, whichever door it comes through: the same rules in the same order. */
public final class PolicyEngine {
  private final List<Rule> rules;

  private PolicyEngine(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Judges by the standard rules and then the operator's own, in the modes the settings name.
   * Throws IllegalArgumentException, with the property's name, for a mode that a rule can't be in.
   */
  public static PolicyEngine of(RegistrationSettings settings, List<RegistrationPolicy> own) {
    var rules = new ArrayList<>(StandardPolicies.of(settings));
    own.forEach(policy -> rules.add(Rule.soft(policy, PolicyMode.REJECT)));
    var modes = settings.policies().modes();
    demandKnown(modes.keySet().stream().toList(), rules);
    return new PolicyEngine(
        rules.stream()
            .map(rule -> modes.containsKey(rule.name()) ? set(rule, settings) : rule)
            .toList());
  }

  /** The rules in their order. */
  public List<Rule> rules() {
    return rules;
  }

  /** Judges a candidate by all rules, each on what those before it made of the client. */
  public Judgment judge(Candidate candidate) {
    var current = candidate;
    List<Finding> findings = List.of();
    for (var rule : rules) {
      var violations = rule.policy().check(current);
      if (!violations.isEmpty()) {
        findings = findings.isEmpty() ? new ArrayList<>() : findings;
        current = current.with(settle(rule, current, violations, findings));
      }
    }
    return new Judgment(current.metadata(), findings);
  }

  private ClientMetadata settle(
      Rule rule, Candidate candidate, List<Violation> violations, List<Finding> findings) {
    var mode = rule.mode();
    var mended = mended(rule.policy(), mode, candidate);
    boolean heals = mode == PolicyMode.COERCE || mode == PolicyMode.STRIP;
    var left = heals ? rule.policy().check(candidate.with(mended)) : List.<Violation>of();
    findings.add(
        left.isEmpty()
            ? new Finding(rule.name(), mode, violations)
            : new Finding(rule.name(), PolicyMode.REJECT, left));
    return mended;
  }

  private static ClientMetadata mended(
      RegistrationPolicy policy, PolicyMode mode, Candidate candidate) {
    if (mode == PolicyMode.COERCE && policy instanceof Coercible coercible) {
      return coercible.coerced(candidate);
    }
    if (mode == PolicyMode.STRIP && policy instanceof Strippable strippable) {
      return strippable.stripped(candidate);
    }
    return candidate.metadata();
  }

  private static void demandKnown(List<String> named, List<Rule> rules) {
    var known = rules.stream().map(Rule::name).toList();
    named.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "roster.policy.modes."
                      + name
                      + " names no rule; the rules are "
                      + String.join(", ", known));
            });
  }

  private static Rule set(Rule rule, RegistrationSettings settings) {
    var mode = settings.policies().modes().get(rule.name());
    if (mode == null || !rule.modes().contains(mode)) {
      var possible =
          rule.modes().stream()
              .sorted()
              .map(PolicyMode::wireName)
              .collect(Collectors.joining(" or "));
      throw new IllegalArgumentException(
          "roster.policy.modes." + rule.name() + " must be " + possible);
    }
    return rule.in(mode);
  }
}
