package io.roster.spring.grant;

import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle.Kind;
import io.roster.core.grant.GrantStore;
import io.roster.core.json.JsonCodec;
import io.roster.spring.grant.GrantReader.Presented;
import io.roster.spring.token.RefreshTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Spring's authorizations on Roster's grant store. Every save replaces the revision that was read,
 * so that of two requests with the same code or refresh token one loses with invalid_grant.
 */
public final class RosterAuthorizationService implements OAuth2AuthorizationService {
  private final GrantStore grants;
  private final RegisteredClientRepository clients;
  private final GrantWriter writer;
  private final GrantReader reader;
  private final InstantSource clock;

  public RosterAuthorizationService(
      GrantStore grants,
      RegisteredClientRepository clients,
      JsonCodec json,
      Duration consentLifetime,
      InstantSource clock) {
    var bodies = new GrantBody(json);
    this.grants = grants;
    this.clients = clients;
    this.writer = new GrantWriter(bodies, consentLifetime, clock);
    this.reader = new GrantReader(bodies);
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    if (isOver(authorization)) {
      grants.revoke(authorization.getId());
      return;
    }
    switch (grants.save(writer.write(authorization))) {
      case SAVED -> {}
      case STALE -> lost(authorization);
      case GONE -> throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    grants.revoke(authorization.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return grants.findById(id).flatMap(grant -> read(grant, Presented.nothing())).orElse(null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return kinds(type).stream()
        .flatMap(kind -> find(kind, token).stream())
        .findFirst()
        .orElse(null);
  }

  // Whoever asks without a type asks about a token in use: a code can't be introspected.
  private static List<Kind> kinds(@Nullable OAuth2TokenType type) {
    return switch (type == null ? "" : type.getValue()) {
      case "" -> List.of(Kind.ACCESS_TOKEN, Kind.REFRESH_TOKEN);
      case OAuth2ParameterNames.STATE -> List.of(Kind.CONSENT_STATE);
      case OAuth2ParameterNames.CODE -> List.of(Kind.AUTHORIZATION_CODE);
      case OAuth2ParameterNames.ACCESS_TOKEN -> List.of(Kind.ACCESS_TOKEN);
      case OAuth2ParameterNames.REFRESH_TOKEN ->
          List.of(Kind.REFRESH_TOKEN, Kind.SPENT_REFRESH_TOKEN);
      default -> List.of();
    };
  }

  private Optional<OAuth2Authorization> find(Kind kind, String value) {
    if (kind == Kind.SPENT_REFRESH_TOKEN) {
      endWhatWasStolen(value);
      return Optional.empty();
    }
    return grants
        .findByHandle(writer.handle(kind, value))
        .filter(grant -> kind != Kind.CONSENT_STATE || isCurrent(grant))
        .flatMap(grant -> read(grant, Presented.as(kind, value)));
  }

  /** A rotated refresh token in use again means that two parties hold it, OAuth 2.1 section 4.3. */
  private void endWhatWasStolen(String refreshToken) {
    var shared = RefreshTokens.sharedPart(refreshToken);
    grants
        .findByHandle(writer.handle(Kind.SPENT_REFRESH_TOKEN, shared))
        .ifPresent(grant -> grants.revoke(grant.id()));
  }

  private boolean isCurrent(Grant grant) {
    return clock.instant().isBefore(grant.expiresAt());
  }

  private Optional<OAuth2Authorization> read(Grant grant, Presented presented) {
    return Optional.ofNullable(clients.findById(grant.clientId().value()))
        .flatMap(client -> reader.read(grant, client, presented));
  }

  /**
   * Someone saved first. If all we wanted was to revoke the access token, their refresh has already
   * replaced it; everyone else has used a code or token a second time.
   */
  private static void lost(OAuth2Authorization authorization) {
    var access = authorization.getAccessToken();
    if (access == null || !access.isInvalidated()) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  /** Whether nothing is left that anyone could use: no consent to give, no code, no token. */
  private static boolean isOver(OAuth2Authorization authorization) {
    if (authorization.getAttribute(OAuth2ParameterNames.STATE) != null) {
      return false;
    }
    var refresh = authorization.getRefreshToken();
    if (refresh != null) {
      return refresh.isInvalidated();
    }
    var access = authorization.getAccessToken();
    if (access != null) {
      return access.isInvalidated();
    }
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    return code == null || code.isInvalidated();
  }
}
