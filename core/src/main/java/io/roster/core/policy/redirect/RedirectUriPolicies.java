package io.roster.core.policy.redirect;

import io.roster.core.policy.Rule;
import io.roster.core.settings.Limits;
import java.util.List;
import java.util.stream.Stream;

/** What a redirect URI may be, OAuth 2.1 section 2.3, in the order violations are reported. */
public final class RedirectUriPolicies {
  private RedirectUriPolicies() {}

  public static List<Rule> of(Limits limits) {
    return Stream.of(
            new RedirectUrisWellFormed(limits.uriLength()),
            new RedirectUriTransport(),
            new RedirectUrisWithoutFragment(),
            new RedirectUrisWithoutUserinfo(),
            new RedirectUrisWithoutWildcard(),
            new RedirectUrisWithoutResponseParameters(),
            // Last, for an operator may have bad ones stripped, which must not leave none.
            new RedirectUrisPresent(limits.redirectUris()))
        .map(Rule::firm)
        .toList();
  }
}
