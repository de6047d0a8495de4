package io.roster.core.policy;

import static io.roster.core.settings.PolicyMode.REJECT;
import static io.roster.core.settings.PolicyMode.WARN;

import io.roster.core.policy.grant.GrantPolicies;
import io.roster.core.policy.key.KeyPolicies;
import io.roster.core.policy.name.KnownNameOnKnownRedirects;
import io.roster.core.policy.name.NameNotReserved;
import io.roster.core.policy.name.PagesOnTheRedirectHost;
import io.roster.core.policy.redirect.RedirectUriPolicies;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.Limits;
import io.roster.core.settings.RegistrationSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules every client passes, in the order their violations are reported. */
public final class StandardPolicies {
  private StandardPolicies() {}

  public static List<Rule> of(RegistrationSettings settings, Profiles profiles) {
    var limits = settings.limits();
    return Stream.of(
            RedirectUriPolicies.of(limits),
            GrantPolicies.all(),
            KeyPolicies.of(limits),
            members(limits),
            names(settings, profiles),
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

  private static List<Rule> names(RegistrationSettings settings, Profiles profiles) {
    var reserved = Set.copyOf(settings.policies().reservedNames());
    return List.of(
        Rule.soft(new NameNotReserved(reserved), REJECT),
        Rule.soft(new KnownNameOnKnownRedirects(profiles), WARN),
        Rule.soft(new PagesOnTheRedirectHost(profiles), WARN));
  }

  private static List<Rule> approval() {
    return List.of(Rule.holding(new NoApprovalNeeded()));
  }
}
