package io.roster.core.policy.redirect;

import io.roster.core.policy.Candidate;
import io.roster.core.uri.RedirectUri;
import java.util.Optional;

/** A redirect URI is one address, not a pattern, RFC 9700 section 4.1.1. */
record RedirectUrisWithoutWildcard() implements RedirectUriRule {
  @Override
  public Optional<String> objection(RedirectUri redirect, Candidate candidate) {
    return redirect
        .parsed()
        .filter(uri -> uri.host().contains("*") || uri.path().contains("*"))
        .map(uri -> "name each address; * is not a wildcard here");
  }
}
