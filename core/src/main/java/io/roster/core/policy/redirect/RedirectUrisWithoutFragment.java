package io.roster.core.policy.redirect;

import io.roster.core.policy.Candidate;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.util.Optional;

/** A redirect URI has no fragment, not even an empty one, OAuth 2.1 section 2.3. */
record RedirectUrisWithoutFragment() implements RedirectUriRule {
  @Override
  public Optional<String> objection(RedirectUri redirect, Candidate candidate) {
    return redirect
        .parsed()
        .flatMap(AbsoluteUri::fragment)
        .map(fragment -> "remove the fragment, # included");
  }
}
