package io.roster.core.policy.redirect;

import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;

/** A redirect URI has no user name before its host, where it would hide which host that is. */
record RedirectUrisWithoutUserinfo() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    return RedirectUriRule.eachParsed(
        candidate,
        uri ->
            uri.authority()
                .flatMap(authority -> authority.userinfo())
                .map(userinfo -> "remove the user name and the @ before the host"));
  }
}
