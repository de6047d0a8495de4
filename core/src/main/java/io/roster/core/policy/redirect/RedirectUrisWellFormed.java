package io.roster.core.policy.redirect;

import io.roster.core.policy.Candidate;
import io.roster.core.uri.RedirectUri;
import io.roster.core.uri.RedirectUri.Malformed;
import java.util.Optional;

/** A redirect URI is an absolute URI that every parser reads alike, OAuth 2.1 section 2.3. */
record RedirectUrisWellFormed(int longest) implements RedirectUriRule {
  @Override
  public Optional<String> objection(RedirectUri redirect, Candidate candidate) {
    if (redirect.text().length() > longest) {
      return Optional.of("use at most " + longest + " characters");
    }
    return redirect instanceof Malformed
        ? Optional.of("use an absolute URI in plain ASCII, with a proper host name and port")
        : Optional.empty();
  }
}
