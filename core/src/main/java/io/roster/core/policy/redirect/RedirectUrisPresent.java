package io.roster.core.policy.redirect;

import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;

/** A client that redirects registers where to, RFC 7591 section 2; and not to everywhere. */
record RedirectUrisPresent(int most) implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    int count = metadata.redirectUris().size();
    if (count == 0 && metadata.grantTypes().contains(GrantType.AUTHORIZATION_CODE)) {
      return List.of(Violation.redirectUris("name at least one redirect URI"));
    }
    return count > most
        ? List.of(Violation.redirectUris("name at most " + most + " redirect URIs"))
        : List.of();
  }
}
