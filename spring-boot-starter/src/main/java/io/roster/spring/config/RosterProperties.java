package io.roster.spring.config;

import io.roster.core.credential.Secret;
import io.roster.core.metadata.Scope;
import io.roster.core.settings.LifeCycleSettings;
import io.roster.core.settings.Limits;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RedirectSchemes;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TokenRotation;
import io.roster.spring.client.TokenLifetimes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.}; whatever makes no sense refuses the start, by name and range.
 *
 * @param issuer the URL clients know this server by; {@code http://localhost:{port}} by default
 * @param defaultScope what a client gets that asks for no scope, and the most that any client gets
 * @param clientSecretLifetime how long a client secret is valid; 0 means for ever
 * @param clientSecretOverlap how long a replaced client secret goes on to count
 * @param registrationTokenLifetime how long a registration access token is valid; 0 means for ever
 * @param registrationTokenRotation when a registration access token is replaced by a new one
 * @param clientIdPrefix what issued client identifiers begin with
 * @param redirectSchemes which schemes beside https and loopback http may receive a code
 * @param mcpVersion what a client gets that names no mcp_version; empty for nothing
 * @param mcpCapabilities what a client gets that names no mcp_capabilities
 * @param data the directory of the embedded database; everything is in memory without one
 * @param database the JDBC URL of a PostgreSQL database, used instead of the embedded one
 * @param pepper a secret of at least 16 bytes mixed into the digests of client credentials
 * @param accessTokenLifetime how long an access token is valid
 * @param refreshTokenLifetime how long a refresh token is valid when it isn't used
 * @param authorizationCodeLifetime how long an authorization code is valid
 * @param consentLifetime how long a person may take to allow or deny a request
 * @param legacyPaths whether /authorize, /token and /register work at the root of the host too, for
 *     clients of MCP 2025-03-26
 */
@ConfigurationProperties("roster")
public record RosterProperties(
    @Nullable URI issuer,
    @DefaultValue Registration registration,
    @DefaultValue("read write") String defaultScope,
    @DefaultValue("90d") Duration clientSecretLifetime,
    @DefaultValue("24h") Duration clientSecretOverlap,
    @DefaultValue("24h") Duration registrationTokenLifetime,
    @DefaultValue("never") TokenRotation registrationTokenRotation,
    @DefaultValue("mcp-client-") String clientIdPrefix,
    @DefaultValue("known-apps") RedirectSchemes redirectSchemes,
    @DefaultValue SizeLimits limits,
    @DefaultValue("2024-11-05") String mcpVersion,
    @DefaultValue({"resources", "tools", "prompts"}) List<String> mcpCapabilities,
    @Nullable Path data,
    @Nullable String database,
    @Nullable Secret pepper,
    @DefaultValue("5m") Duration accessTokenLifetime,
    @DefaultValue("30d") Duration refreshTokenLifetime,
    @DefaultValue("60s") Duration authorizationCodeLifetime,
    @DefaultValue("10m") Duration consentLifetime,
    @DefaultValue("false") boolean legacyPaths) {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  public RosterProperties {
    demand("access-token-lifetime", accessTokenLifetime, SECOND.multipliedBy(10), DAY);
    demand(
        "refresh-token-lifetime",
        refreshTokenLifetime,
        SECOND.multipliedBy(10),
        DAY.multipliedBy(3650));
    demand(
        "authorization-code-lifetime", authorizationCodeLifetime, SECOND, MINUTE.multipliedBy(10));
    demand("consent-lifetime", consentLifetime, MINUTE, MINUTE.multipliedBy(60));
    if (accessTokenLifetime.compareTo(refreshTokenLifetime) > 0) {
      throw new IllegalArgumentException(
          "roster.access-token-lifetime must not be longer than roster.refresh-token-lifetime");
    }
  }

  /** Who may register; {@code roster.registration.*}. */
  public record Registration(@DefaultValue("open") Mode mode) {
    /** The ways in, RFC 7591 section 3. */
    public enum Mode {
      /** Everyone may try. */
      OPEN,
      /** Only holders of an initial access token may. */
      TOKEN,
      /** Nobody may. */
      CLOSED
    }
  }

  /** How much a client may send; {@code roster.limits.*}, each between 1 and 10000. */
  public record SizeLimits(
      @DefaultValue("20") int redirectUris,
      @DefaultValue("2048") int uriLength,
      @DefaultValue("256") int nameLength,
      @DefaultValue("32") int entries,
      @DefaultValue("256") int entryLength,
      @DefaultValue("16") int keys) {
    Limits toLimits() {
      return new Limits(redirectUris, uriLength, nameLength, entries, entryLength, keys);
    }
  }

  /** The part that concerns registration, whose own constructor checks the rest. */
  RegistrationSettings toRegistrationSettings(URI fallbackIssuer, LifeCycleSettings lifeCycle) {
    return new RegistrationSettings(
        issuer == null ? fallbackIssuer : issuer,
        Scope.of(defaultScope),
        clientSecretLifetime,
        registrationTokenLifetime,
        clientIdPrefix,
        redirectSchemes,
        limits.toLimits(),
        Optional.of(mcpVersion).filter(version -> !version.isEmpty()),
        mcpCapabilities,
        PolicySettings.standard(),
        lifeCycle);
  }

  TokenLifetimes toTokenLifetimes() {
    return new TokenLifetimes(accessTokenLifetime, refreshTokenLifetime, authorizationCodeLifetime);
  }

  private static void demand(String property, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "roster.%s must be between %s and %s, not %s"
              .formatted(property, text(least), text(most), text(value)));
    }
  }

  private static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toString();
  }
}
