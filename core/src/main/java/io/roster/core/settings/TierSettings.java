package io.roster.core.settings;

import io.roster.core.client.Tier;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What clients of one tier may have.
 *
 * @param scope what a client gets that asks for nothing that is there
 * @param scopeCeiling the most that any client gets
 * @param grantTypes the grants it may register
 * @param authMethods the ways it may prove itself at the token endpoint
 * @param redirectSchemes which schemes beside https and loopback http may receive a code
 * @param clientSecretLifetime how long its secret is valid; zero for ever
 * @param registrationTokenLifetime how long its registration token is valid unused; zero for ever
 * @param quota how many clients of the tier there may be; 0 for any number
 * @param approval whether each client waits until an administrator approves it
 * @param retention how long a client is kept that nobody uses
 */
public record TierSettings(
    Scope scope,
    Scope scopeCeiling,
    Set<GrantType> grantTypes,
    Set<TokenEndpointAuthMethod> authMethods,
    RedirectSchemes redirectSchemes,
    Duration clientSecretLifetime,
    Duration registrationTokenLifetime,
    int quota,
    boolean approval,
    Retention retention) {
  /** The grants a client can ever register. */
  public static final List<GrantType> KNOWN_GRANTS =
      List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS);

  private static final int MOST_DOCUMENTS = 10_000;
  private static final Set<TokenEndpointAuthMethod> WITHOUT_SECRET =
      Set.of(
          TokenEndpointAuthMethod.NONE,
          TokenEndpointAuthMethod.PRIVATE_KEY_JWT,
          TokenEndpointAuthMethod.TLS_CLIENT_AUTH);

  public TierSettings {
    grantTypes = Set.copyOf(grantTypes);
    authMethods = Set.copyOf(authMethods);
  }

  /** A tier with all methods, the grants of a person's client and no limits of its own. */
  static TierSettings of(
      Scope scope, RedirectSchemes schemes, Duration secretLifetime, Duration tokenLifetime) {
    return new TierSettings(
        scope,
        scope,
        Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
        EnumSet.allOf(TokenEndpointAuthMethod.class),
        schemes,
        secretLifetime,
        tokenLifetime,
        0,
        false,
        Retention.FOREVER);
  }

  /**
   * What this is for a tier of which nothing is set: an administrator's clients may act for
   * themselves and stay until they are deleted; nobody ever gave a document a secret, and whoever
   * has a web server could name any number of them.
   */
  TierSettings usualFor(Tier tier) {
    return switch (tier) {
      case OPEN, TOKEN, STATEMENT -> this;
      case DOCUMENT -> withAuthMethods(WITHOUT_SECRET).withAdmission(MOST_DOCUMENTS, approval);
      case ADMINISTRATOR ->
          withGrantTypes(Set.copyOf(KNOWN_GRANTS)).withRetention(Retention.FOREVER);
    };
  }

  /** The same tier with these grants. */
  public TierSettings withGrantTypes(Set<GrantType> next) {
    return new TierSettings(
        scope,
        scopeCeiling,
        next,
        authMethods,
        redirectSchemes,
        clientSecretLifetime,
        registrationTokenLifetime,
        quota,
        approval,
        retention);
  }

  /** The same tier with these ways to prove itself. */
  public TierSettings withAuthMethods(Set<TokenEndpointAuthMethod> next) {
    return new TierSettings(
        scope,
        scopeCeiling,
        grantTypes,
        next,
        redirectSchemes,
        clientSecretLifetime,
        registrationTokenLifetime,
        quota,
        approval,
        retention);
  }

  /** The same tier with these scopes: what is given by default, and the most there is. */
  public TierSettings withScopes(Scope byDefault, Scope ceiling) {
    return new TierSettings(
        byDefault,
        ceiling,
        grantTypes,
        authMethods,
        redirectSchemes,
        clientSecretLifetime,
        registrationTokenLifetime,
        quota,
        approval,
        retention);
  }

  /** The same tier with room for so many clients, approved one by one or not. */
  public TierSettings withAdmission(int nextQuota, boolean nextApproval) {
    return new TierSettings(
        scope,
        scopeCeiling,
        grantTypes,
        authMethods,
        redirectSchemes,
        clientSecretLifetime,
        registrationTokenLifetime,
        nextQuota,
        nextApproval,
        retention);
  }

  /** The same tier, whose clients are kept so long. */
  public TierSettings withRetention(Retention next) {
    return new TierSettings(
        scope,
        scopeCeiling,
        grantTypes,
        authMethods,
        redirectSchemes,
        clientSecretLifetime,
        registrationTokenLifetime,
        quota,
        approval,
        next);
  }
}
