package io.roster.core.policy.grant;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Coercible;
import java.util.List;

/** A client gets no scope above its tier's ceiling, whatever it asks for. */
record ScopeWithinCeiling() implements Coercible {
  @Override
  public List<Violation> check(Candidate candidate) {
    var asked = candidate.metadata().scope().tokens();
    var ceiling = candidate.tier().scopeCeiling().tokens();
    return ceiling.containsAll(asked)
        ? List.of()
        : List.of(
            Violation.metadata(
                Members.SCOPE, "ask for scopes that the server offers, or for none to get all"));
  }

  /** Returns what there is of what was asked; the usual scope when nothing of it is there. */
  @Override
  public ClientMetadata coerced(Candidate candidate) {
    var granted = candidate.metadata().scope().within(candidate.tier().scopeCeiling());
    return candidate
        .metadata()
        .with(Members.SCOPE, granted.isEmpty() ? candidate.tier().scope() : granted);
  }
}
