package io.roster.core.policy;

import io.roster.core.settings.PolicyMode;
import java.util.EnumSet;
import java.util.Set;

/** A policy in its place in the list: what is done when it is broken, and what might be done. */
public record Rule(String name, RegistrationPolicy policy, PolicyMode mode, Set<PolicyMode> modes) {
  public Rule {
    modes = Set.copyOf(modes);
    if (!modes.contains(mode)) {
      throw new IllegalArgumentException(name + " can't be in mode " + mode.wireName());
    }
  }

  /** A rule that no setting can make a client break and still be registered. */
  public static Rule firm(RegistrationPolicy policy) {
    return firm(policy, PolicyMode.REJECT);
  }

  /** As {@link #firm(RegistrationPolicy)}, but mended unless the operator says otherwise. */
  public static Rule firm(RegistrationPolicy policy, PolicyMode mode) {
    return new Rule(policy.name(), policy, mode, mending(policy));
  }

  /** A rule that an operator may take as lightly as they like. */
  public static Rule soft(RegistrationPolicy policy, PolicyMode mode) {
    var modes = mending(policy);
    modes.add(PolicyMode.HOLD);
    modes.add(PolicyMode.WARN);
    return new Rule(policy.name(), policy, mode, modes);
  }

  /** A rule that only ever makes a client wait. */
  public static Rule holding(RegistrationPolicy policy) {
    return new Rule(policy.name(), policy, PolicyMode.HOLD, Set.of(PolicyMode.HOLD));
  }

  private static Set<PolicyMode> mending(RegistrationPolicy policy) {
    var modes = EnumSet.of(PolicyMode.REJECT);
    if (policy instanceof Coercible) {
      modes.add(PolicyMode.COERCE);
    }
    if (policy instanceof Strippable) {
      modes.add(PolicyMode.STRIP);
    }
    return modes;
  }

  /** The same rule in another mode, which has to be one of {@link #modes}. */
  public Rule in(PolicyMode next) {
    return new Rule(name, policy, next, modes);
  }
}
