package io.roster.core.policy.redirect;

import io.roster.core.policy.Candidate;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.util.Optional;

/** A redirect URI has no user name before its host, where it would hide which host that is. */
record RedirectUrisWithoutUserinfo() implements RedirectUriRule {
  @Override
  public Optional<String> objection(RedirectUri redirect, Candidate candidate) {
    return redirect
        .parsed()
        .flatMap(AbsoluteUri::authority)
        .flatMap(authority -> authority.userinfo())
        .map(userinfo -> "remove the user name and the @ before the host");
  }
}
