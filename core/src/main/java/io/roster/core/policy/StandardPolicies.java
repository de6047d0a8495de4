package io.roster.core.policy;

import io.roster.core.policy.key.KeyPolicies;
import io.roster.core.policy.redirect.RedirectUriPolicies;
import io.roster.core.settings.Limits;
import io.roster.core.settings.RegistrationSettings;
import java.util.List;
import java.util.stream.Stream;

/** The rules every client passes, in the order their violations are reported. */
public final class StandardPolicies {
  private StandardPolicies() {}

  public static List<RegistrationPolicy> of(RegistrationSettings settings) {
    var limits = settings.limits();
    return Stream.of(
            RedirectUriPolicies.of(settings), grants(), KeyPolicies.of(limits), members(limits))
        .flatMap(List::stream)
        .toList();
  }

  private static List<RegistrationPolicy> grants() {
    return List.of(new GrantTypesUsable(), new ResponseTypesMatchGrantTypes());
  }

  private static List<RegistrationPolicy> members(Limits limits) {
    return List.of(
        new ScopeTokensWellFormed(limits.entries(), limits.entryLength()),
        new PagesOnTheWeb(limits.uriLength()),
        new TextDisplayable(limits.nameLength()),
        new FewLanguages(limits.entries()),
        new ContactsReachable(limits.entries(), limits.entryLength()),
        new McpMembersBounded(limits.entries(), limits.entryLength()));
  }
}
