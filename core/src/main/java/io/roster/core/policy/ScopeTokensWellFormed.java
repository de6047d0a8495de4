package io.roster.core.policy;

import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.List;

/** Scope tokens have the characters of RFC 6749 section 3.3, and are few. */
record ScopeTokensWellFormed(int most, int longest) implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    var scope = candidate.metadata().scope();
    boolean fine =
        scope.isWellFormed()
            && scope.tokens().size() <= most
            && scope.tokens().stream().allMatch(token -> token.length() <= longest);
    return fine
        ? List.of()
        : List.of(
            Violation.metadata(
                Members.SCOPE,
                "use at most "
                    + most
                    + " tokens of at most "
                    + longest
                    + " visible ASCII characters each"));
  }
}
