package io.roster.core.policy;

import io.roster.core.settings.RegistrationSettings;
import java.util.List;

/** The rules every client passes, in the order their violations are reported. */
public final class StandardPolicies {
  private StandardPolicies() {}

  public static List<RegistrationPolicy> of(RegistrationSettings settings) {
    var limits = settings.limits();
    return List.of(
        new RedirectUrisPresent(limits.redirectUris()),
        new RedirectUrisWellFormed(limits.uriLength()),
        new RedirectUriTransport(settings.redirectSchemes()),
        new RedirectUrisWithoutFragment(),
        new RedirectUrisWithoutUserinfo(),
        new RedirectUrisWithoutWildcard(),
        new RedirectUrisWithoutResponseParameters(),
        new GrantTypesUsable(),
        new ResponseTypesMatchGrantTypes(),
        new OneSourceOfKeys(),
        new KeysForPrivateKeyJwt(),
        new PublicKeysOnly(limits.keys()),
        new JwksUriFetchable(limits.uriLength()),
        new AsymmetricSigningAlgorithm(),
        new OneTlsSubject(limits.entryLength()),
        new ScopeTokensWellFormed(limits.entries(), limits.entryLength()),
        new PagesOnTheWeb(limits.uriLength()),
        new TextDisplayable(limits.nameLength()),
        new FewLanguages(limits.entries()),
        new ContactsReachable(limits.entries(), limits.entryLength()),
        new McpMembersBounded(limits.entries(), limits.entryLength()));
  }
}
