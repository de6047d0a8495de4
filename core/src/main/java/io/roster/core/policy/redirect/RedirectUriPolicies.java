package io.roster.core.policy.redirect;

import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.settings.RegistrationSettings;
import java.util.List;

/** What a redirect URI may be, OAuth 2.1 section 2.3, in the order violations are reported. */
public final class RedirectUriPolicies {
  private RedirectUriPolicies() {}

  public static List<RegistrationPolicy> of(RegistrationSettings settings) {
    var limits = settings.limits();
    return List.of(
        new RedirectUrisPresent(limits.redirectUris()),
        new RedirectUrisWellFormed(limits.uriLength()),
        new RedirectUriTransport(settings.redirectSchemes()),
        new RedirectUrisWithoutFragment(),
        new RedirectUrisWithoutUserinfo(),
        new RedirectUrisWithoutWildcard(),
        new RedirectUrisWithoutResponseParameters());
  }
}
