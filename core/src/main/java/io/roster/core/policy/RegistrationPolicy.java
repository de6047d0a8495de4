package io.roster.core.policy;

import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.Locale;

/**
 * A rule that a client must satisfy before we register it, and after every change. Pure: no I/O, no
 * mutation. One that knows a way out is {@link Coercible} or {@link Strippable} too.
 */
@FunctionalInterface
public interface RegistrationPolicy {
  /** Returns every way the candidate breaks this rule; an empty list means it passes. */
  List<Violation> check(Candidate candidate);

  /**
   * The rule's name in settings, replies and logs: the class's own, as {@code words-with-dashes}. A
   * rule without a class of its own is {@code custom-rule}.
   */
  default String name() {
    var name = getClass().isHidden() ? "" : getClass().getSimpleName();
    return name.isEmpty()
        ? "custom-rule"
        : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
