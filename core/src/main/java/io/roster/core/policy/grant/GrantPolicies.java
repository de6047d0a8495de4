package io.roster.core.policy.grant;

import static io.roster.core.settings.PolicyMode.COERCE;

import io.roster.core.policy.Rule;
import java.util.List;

/** What a client may ask for and how it proves itself, in the order violations are reported. */
public final class GrantPolicies {
  private GrantPolicies() {}

  public static List<Rule> all() {
    return List.of(
        Rule.firm(new AuthMethodAllowed()),
        Rule.firm(new GrantTypesAllowed(), COERCE),
        Rule.firm(new ClientCredentialsConfidential()),
        Rule.firm(new GrantTypesUsable()),
        Rule.firm(new ResponseTypesSupported(), COERCE),
        Rule.firm(new ResponseTypesMatchGrantTypes()),
        Rule.firm(new ScopeWithinCeiling(), COERCE));
  }
}
