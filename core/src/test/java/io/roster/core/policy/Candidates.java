package io.roster.core.policy;

import io.roster.core.ObservedRoster;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.Violation;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.LifeCycleSettings;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RedirectSchemes;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.uri.RedirectUri;
import java.util.Arrays;
import java.util.List;

/** Candidates for tests: one that every standard rule accepts, and what those say of others. */
public final class Candidates {
  public static final ClientMetadata VALID =
      ClientMetadata.redirectingTo(ObservedRoster.REDIRECT)
          .with(Members.GRANT_TYPES, List.of(GrantType.AUTHORIZATION_CODE))
          .with(Members.RESPONSE_TYPES, List.of(ResponseType.CODE))
          .with(Members.SCOPE, Scope.of("read"));

  static final RegistrationSettings STANDARD = RegistrationSettings.standard(ObservedRoster.ISSUER);

  private Candidates() {}

  public static ClientMetadata redirectingTo(String... uris) {
    return VALID.with(Members.REDIRECT_URIS, Arrays.stream(uris).map(RedirectUri::of).toList());
  }

  /** What those of the standard rules say that do more than warn. */
  public static List<Violation> violations(ClientMetadata metadata) {
    return violations(metadata, STANDARD);
  }

  /** What the standard rules say of the valid candidate with one member changed. */
  public static <T> List<Violation> violations(Member<T> member, T value) {
    return violations(VALID.with(member, value));
  }

  public static List<Violation> violations(ClientMetadata metadata, RedirectSchemes schemes) {
    return violations(
        metadata,
        new RegistrationSettings(
            STANDARD.issuer(),
            STANDARD.defaultScope(),
            STANDARD.clientSecretLifetime(),
            STANDARD.registrationTokenLifetime(),
            STANDARD.clientIdPrefix(),
            schemes,
            STANDARD.limits(),
            STANDARD.mcpVersion(),
            STANDARD.mcpCapabilities(),
            PolicySettings.standard(),
            LifeCycleSettings.standard()));
  }

  public static List<Violation> violations(ClientMetadata metadata, RegistrationSettings settings) {
    var rules = StandardPolicies.of(settings, Profiles.none());
    return violations(
        metadata, settings, rules.stream().filter(rule -> rule.mode() != PolicyMode.WARN).toList());
  }

  /** What these rules say, each of the candidate as it came, nothing mended. */
  static List<Violation> violations(
      ClientMetadata metadata, RegistrationSettings settings, List<Rule> rules) {
    var candidate = new Candidate(metadata, Origin.OPEN, settings.tier(Tier.OPEN));
    return rules.stream().flatMap(rule -> rule.policy().check(candidate).stream()).toList();
  }

  static List<Rule> standardRules() {
    return StandardPolicies.of(STANDARD, Profiles.none());
  }
}
