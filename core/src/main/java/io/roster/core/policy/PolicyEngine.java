package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Violation;
import io.roster.core.profile.Likeness;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.RegistrationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges every client, whichever door it comes through: the same rules in the same order. */
public final class PolicyEngine {
  private final List<Rule> rules;
  private final Profiles profiles;

  private PolicyEngine(List<Rule> rules, Profiles profiles) {
    this.rules = List.copyOf(rules);
    this.profiles = profiles;
  }

  /**
   * Judges by the standard rules and then the operator's own, in the modes the settings name.
   * Throws IllegalArgumentException, with the property's name, for a mode that a rule can't be in.
   */
  public static PolicyEngine of(
      RegistrationSettings settings, List<RegistrationPolicy> own, Profiles profiles) {
    var rules = new ArrayList<>(StandardPolicies.of(settings, profiles));
    own.forEach(policy -> rules.add(Rule.soft(policy, PolicyMode.REJECT)));
    var modes = settings.policies().modes();
    modes.keySet().forEach(name -> demandKnown(name, rules));
    return new PolicyEngine(rules.stream().map(rule -> set(rule, modes)).toList(), profiles);
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
    var mode = mode(rule, candidate);
    var mended = mended(rule.policy(), mode, candidate);
    boolean heals = mode == PolicyMode.COERCE || mode == PolicyMode.STRIP;
    var left = heals ? rule.policy().check(candidate.with(mended)) : List.<Violation>of();
    findings.add(
        left.isEmpty()
            ? new Finding(rule.name(), mode, violations)
            : new Finding(rule.name(), PolicyMode.REJECT, left));
    return mended;
  }

  /**
   * What a known application breaks, its profile may forgive or not, within what the rule allows.
   * Anyone can look like one, so no rule that must hold allows much.
   */
  private PolicyMode mode(Rule rule, Candidate candidate) {
    return profiles.likeness(candidate.metadata()) instanceof Likeness.LooksLike(var profile)
        ? Optional.ofNullable(profile.modes().get(rule.name()))
            .filter(rule.modes()::contains)
            .orElse(rule.mode())
        : rule.mode();
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

  private static void demandKnown(String name, List<Rule> rules) {
    if (rules.stream().noneMatch(rule -> isSame(name, rule))) {
      var known = rules.stream().map(Rule::name).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "roster.policy.modes." + name + " names no rule; the rules are " + known);
    }
  }

  /** Environment variables have no dashes to spell a name with. */
  private static boolean isSame(String name, Rule rule) {
    return name.replace("-", "").equalsIgnoreCase(rule.name().replace("-", ""));
  }

  private static Rule set(Rule rule, Map<String, PolicyMode> modes) {
    return modes.entrySet().stream()
        .filter(setting -> isSame(setting.getKey(), rule))
        .findFirst()
        .map(setting -> set(rule, setting.getValue()))
        .orElse(rule);
  }

  private static Rule set(Rule rule, PolicyMode mode) {
    if (!rule.modes().contains(mode)) {
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
