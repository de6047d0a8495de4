package io.roster.core.policy.redirect;

import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;
import java.util.Optional;

/** A redirect URI is one address, not a pattern, RFC 9700 section 4.1.1. */
record RedirectUrisWithoutWildcard() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    return RedirectUriRule.eachParsed(
        candidate,
        uri ->
            uri.host().contains("*") || uri.path().contains("*")
                ? Optional.of("name each address; * is not a wildcard here")
                : Optional.empty());
  }
}
