package io.roster.core.policy;

import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** Scope tokens have the characters of RFC 6749 section 3.3, and are few. */
record ScopeTokensWellFormed(int most, int longest) implements RegistrationPolicy {
  private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  @Override
  public List<Violation> check(Candidate candidate) {
    var tokens = candidate.metadata().scope().tokens();
    boolean fine =
        tokens.size() <= most
            && tokens.stream().allMatch(t -> t.length() <= longest && TOKEN.matcher(t).matches());
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
