package io.roster.core.settings;

import io.roster.core.client.Tier;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an operator decides about registration; a duration of zero means that nothing expires. */
public record RegistrationSettings(
    URI issuer,
    Scope defaultScope,
    Duration clientSecretLifetime,
    Duration registrationTokenLifetime,
    String clientIdPrefix,
    RedirectSchemes redirectSchemes,
    Limits limits,
    Optional<String> mcpVersion,
    List<String> mcpCapabilities,
    PolicySettings policies,
    LifeCycleSettings lifeCycle) {
  /** Where the registration endpoint lives, below the issuer. */
  public static final String REGISTRATION_PATH = "/oauth/register";

  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final String LIFETIMES = "0 to 3650 days in whole seconds";
  private static final int MOST_PENDING = 100_000;
  private static final String WORDS = "words of at most 64 letters, digits, ., - or _";

  public RegistrationSettings {
    mcpCapabilities = List.copyOf(mcpCapabilities);
    demand(isCleanIssuer(issuer), "issuer", "an absolute http(s) URL without query or fragment");
    demand(
        !defaultScope.isEmpty() && defaultScope.isWellFormed(),
        "default-scope",
        "at least one scope token of visible ASCII characters");
    demand(isLifetime(clientSecretLifetime), "client-secret-lifetime", LIFETIMES);
    demand(isLifetime(registrationTokenLifetime), "registration-token-lifetime", LIFETIMES);
    // An https:// identifier would pass for a Client ID Metadata Document.
    demand(
        clientIdPrefix.matches("[A-Za-z0-9_-]{0,32}"),
        "client-id-prefix",
        "up to 32 letters, digits, - or _");
    demand(areWords(mcpVersion.stream().toList()), "mcp-version", WORDS);
    demand(areWords(mcpCapabilities), "mcp-capabilities", WORDS);
    demandLifeCycle(lifeCycle);
    var usual =
        TierSettings.of(
                defaultScope, redirectSchemes, clientSecretLifetime, registrationTokenLifetime)
            .withRetention(lifeCycle.retention());
    policies = complete(policies, usual);
    demand(
        policies.mostPending() >= 0 && policies.mostPending() <= MOST_PENDING,
        "policy.most-pending",
        "0 for no limit, or at most " + MOST_PENDING);
    policies.tiers().forEach(RegistrationSettings::demandTier);
  }

  /** The reference implementation's defaults. */
  public static RegistrationSettings standard(URI issuer) {
    return new RegistrationSettings(
        issuer,
        Scope.of("read write"),
        Duration.ofDays(90),
        Duration.ofHours(24),
        "mcp-client-",
        RedirectSchemes.KNOWN_APPS,
        Limits.standard(),
        Optional.of("2024-11-05"),
        List.of("resources", "tools", "prompts"),
        PolicySettings.standard(),
        LifeCycleSettings.standard());
  }

  /** The same settings with other policies. */
  public RegistrationSettings withPolicies(PolicySettings next) {
    return new RegistrationSettings(
        issuer,
        defaultScope,
        clientSecretLifetime,
        registrationTokenLifetime,
        clientIdPrefix,
        redirectSchemes,
        limits,
        mcpVersion,
        mcpCapabilities,
        next,
        lifeCycle);
  }

  /** The same settings with another life cycle. */
  public RegistrationSettings withLifeCycle(LifeCycleSettings next) {
    return new RegistrationSettings(
        issuer,
        defaultScope,
        clientSecretLifetime,
        registrationTokenLifetime,
        clientIdPrefix,
        redirectSchemes,
        limits,
        mcpVersion,
        mcpCapabilities,
        policies,
        next);
  }

  /** What clients of a tier may have. */
  public TierSettings tier(Tier tier) {
    return Objects.requireNonNull(policies.tiers().get(tier));
  }

  /** The URL of the registration endpoint, RFC 7591 section 3. */
  public String registrationEndpoint() {
    return endpoint(REGISTRATION_PATH);
  }

  /** The absolute URL of a path below the issuer, whether or not the issuer ends in a slash. */
  public String endpoint(String path) {
    var base = issuer.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  private static PolicySettings complete(PolicySettings policies, TierSettings usual) {
    var complete = policies;
    for (var tier : Tier.values()) {
      if (!policies.tiers().containsKey(tier)) {
        complete = complete.with(tier, usual.usualFor(tier));
      }
    }
    return complete;
  }

  private static void demandLifeCycle(LifeCycleSettings settings) {
    var at = "life-cycle.";
    demand(isLifetime(settings.retention().neverUsed()), at + "never-used", LIFETIMES);
    demand(isLifetime(settings.retention().idle()), at + "idle", LIFETIMES);
    demand(isLifetime(settings.evictAfter()), at + "evict-after", LIFETIMES);
    demand(isLifetime(settings.tombstones()), at + "tombstones", LIFETIMES);
    demand(isLifetime(settings.secretOverlap()), "client-secret-overlap", LIFETIMES);
  }

  private static void demandTier(Tier tier, TierSettings settings) {
    var at = "policy.tiers." + tier.wireName() + ".";
    var ceiling = settings.scopeCeiling();
    demand(
        !ceiling.isEmpty() && ceiling.isWellFormed(),
        at + "scope-ceiling",
        "at least one scope token of visible ASCII characters");
    demand(
        !settings.scope().isEmpty() && settings.scope().within(ceiling).equals(settings.scope()),
        at + "scope",
        "at least one scope token, all of them of the tier's scope-ceiling");
    demand(
        !settings.grantTypes().isEmpty()
            && TierSettings.KNOWN_GRANTS.containsAll(settings.grantTypes()),
        at + "grant-types",
        "some of authorization_code, refresh_token and client_credentials");
    demand(
        tier != Tier.OPEN || !settings.grantTypes().contains(GrantType.CLIENT_CREDENTIALS),
        at + "grant-types",
        "without client_credentials: whoever registers would be its own user");
    demand(!settings.authMethods().isEmpty(), at + "auth-methods", "at least one method");
    demand(
        tier != Tier.DOCUMENT
            || settings.authMethods().stream().noneMatch(TokenEndpointAuthMethod::usesSecret),
        at + "auth-methods",
        "without those that need a secret: nobody ever gives one to a document");
    demand(isLifetime(settings.clientSecretLifetime()), at + "client-secret-lifetime", LIFETIMES);
    demand(
        isLifetime(settings.registrationTokenLifetime()),
        at + "registration-token-lifetime",
        LIFETIMES);
    demand(isLifetime(settings.retention().neverUsed()), at + "never-used", LIFETIMES);
    demand(isLifetime(settings.retention().idle()), at + "idle", LIFETIMES);
    demand(settings.quota() >= 0, at + "quota", "0 for no limit, or the most clients there may be");
  }

  private static boolean isCleanIssuer(URI issuer) {
    return issuer.isAbsolute()
        && issuer.getScheme().matches("https?")
        && issuer.getHost() != null
        && issuer.getRawUserInfo() == null
        && issuer.getRawQuery() == null
        && issuer.getRawFragment() == null;
  }

  private static boolean isLifetime(Duration duration) {
    return !duration.isNegative()
        && duration.compareTo(LONGEST) <= 0
        && duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
  }

  private static boolean areWords(List<String> texts) {
    return texts.stream().allMatch(text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"));
  }

  private static void demand(boolean met, String property, String range) {
    if (!met) {
      throw new IllegalArgumentException("roster." + property + " must be " + range);
    }
  }
}
