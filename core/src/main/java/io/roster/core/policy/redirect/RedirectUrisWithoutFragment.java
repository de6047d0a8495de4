package io.roster.core.policy.redirect;

import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;

/** A redirect URI has no fragment, not even an empty one, OAuth 2.1 section 2.3. */
record RedirectUrisWithoutFragment() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    return RedirectUriRule.eachParsed(
        candidate, uri -> uri.fragment().map(fragment -> "remove the fragment, # included"));
  }
}
