package io.roster.spring.config;

import io.roster.core.client.Tier;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RedirectSchemes;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.Retention;
import io.roster.core.settings.TierSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.policy.}: what each rule does, and what each tier may have.
 *
 * @param modes what is done about a broken rule: reject, coerce, strip, hold or warn, by its name
 * @param tiers what is different for clients of a tier: open, token, statement or administrator
 * @param reservedNames names that no client but an administrator's may have, or look like
 * @param profilesFile a file of profiles of applications, laid over those that are known anyway
 * @param shareRegistrations whether equal public clients of the open tier share one registration
 * @param explainErrors whether error responses list the broken rules in {@code violations}
 * @param mostPending how many clients may wait for an approval; 0 for any number
 */
@ConfigurationProperties("roster.policy")
public record PolicyProperties(
    @DefaultValue Map<String, PolicyMode> modes,
    @DefaultValue Map<Tier, TierProperties> tiers,
    @DefaultValue List<String> reservedNames,
    @Nullable Path profilesFile,
    @DefaultValue("false") boolean shareRegistrations,
    @DefaultValue("false") boolean explainErrors,
    @DefaultValue("1000") int mostPending) {
  /**
   * What is different for one tier; what is left out is as for all.
   *
   * @param scope what a client gets that asks for nothing that is there
   * @param scopeCeiling the most that any client gets
   * @param grantTypes the grants a client may register
   * @param authMethods how a client may prove itself at the token endpoint
   * @param redirectSchemes which schemes beside https and loopback http may receive a code
   * @param clientSecretLifetime how long a client secret is valid; 0 means for ever
   * @param registrationTokenLifetime how long an unused registration token is valid; 0 for ever
   * @param quota how many clients there may be; 0 for any number
   * @param approval whether each client waits for an administrator's approval
   * @param neverUsed how long a client is kept that nobody ever used; 0 means for ever
   * @param idle how long a client is kept since its last use; 0 means for ever
   */
  public record TierProperties(
      @Nullable String scope,
      @Nullable String scopeCeiling,
      @Nullable Set<String> grantTypes,
      @Nullable Set<TokenEndpointAuthMethod> authMethods,
      @Nullable RedirectSchemes redirectSchemes,
      @Nullable Duration clientSecretLifetime,
      @Nullable Duration registrationTokenLifetime,
      @Nullable Integer quota,
      @DefaultValue("false") boolean approval,
      @Nullable Duration neverUsed,
      @Nullable Duration idle) {
    private TierSettings over(TierSettings usual) {
      var ceiling =
          scopeCeiling != null
              ? Scope.of(scopeCeiling)
              : scope != null ? Scope.of(scope) : usual.scopeCeiling();
      return new TierSettings(
          scope == null ? ceiling : Scope.of(scope),
          ceiling,
          grantTypes == null ? usual.grantTypes() : grants(grantTypes),
          authMethods == null ? usual.authMethods() : authMethods,
          redirectSchemes == null ? usual.redirectSchemes() : redirectSchemes,
          or(clientSecretLifetime, usual.clientSecretLifetime()),
          or(registrationTokenLifetime, usual.registrationTokenLifetime()),
          quota == null ? usual.quota() : quota,
          approval,
          new Retention(
              or(neverUsed, usual.retention().neverUsed()), or(idle, usual.retention().idle())));
    }

    private static Set<GrantType> grants(Set<String> names) {
      return names.stream().map(GrantType::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Duration or(@Nullable Duration set, Duration usual) {
      return set == null ? usual : set;
    }
  }

  /** Lays these policies over settings that have the usual ones. */
  RegistrationSettings over(RegistrationSettings usual) {
    var policies =
        new PolicySettings(
            Map.of(), modes, reservedNames, shareRegistrations, explainErrors, mostPending);
    for (var tier : tiers.entrySet()) {
      policies = policies.with(tier.getKey(), tier.getValue().over(usual.tier(tier.getKey())));
    }
    return usual.withPolicies(policies);
  }
}
