package io.roster.core.policy;

import static io.roster.core.settings.PolicyMode.REJECT;

import io.roster.core.policy.grant.GrantPolicies;
import io.roster.core.policy.key.KeyPolicies;
import io.roster.core.policy.redirect.RedirectUriPolicies;
import io.roster.core.settings.Limits;
import io.roster.core.settings.RegistrationSettings;
import java.util.List;
import java.util.stream.Stream;

/** The rules every client passes, in the order their violations are reported. */
public final class StandardPolicies {
  private StandardPolicies() {}

  public static List<Rule> of(RegistrationSettings settings) {
    var limits = settings.limits();
    return Stream.of(
            RedirectUriPolicies.of(limits),
            GrantPolicies.all(),
            KeyPolicies.of(limits),
            members(limits),
            approval())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> members(Limits limits) {
    return List.of(
        Rule.firm(new PagesOnTheWeb(limits.uriLength())),
        Rule.firm(new TextDisplayable(limits.nameLength())),
        Rule.firm(new FewLanguages(limits.entries())),
        Rule.soft(new ContactsReachable(limits.entries(), limits.entryLength()), REJECT),
        Rule.firm(new McpMembersBounded(limits.entries(), limits.entryLength())));
  }

  private static List<Rule> approval() {
    return List.of(Rule.holding(new NoApprovalNeeded()));
  }
}
