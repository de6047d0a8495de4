package io.roster.spring.grant;

import io.roster.core.client.ClientId;
import io.roster.core.credential.Digest;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import io.roster.core.grant.GrantHandle.Kind;
import io.roster.spring.token.RefreshTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Turns an OAuth2Authorization into the grant to store: token values become digests here. */
final class GrantWriter {
  private final GrantBody bodies;
  // Tokens are random enough without the pepper, and outlive a change of it this way.
  private final Digester digester = Digester.withoutPepper();
  private final Duration consentLifetime;
  private final InstantSource clock;

  GrantWriter(GrantBody bodies, Duration consentLifetime, InstantSource clock) {
    this.bodies = bodies;
    this.consentLifetime = consentLifetime;
    this.clock = clock;
  }

  Grant write(OAuth2Authorization authorization) {
    var loaded = Optional.<Loaded>ofNullable(authorization.getAttribute(Loaded.ATTRIBUTE));
    return new Grant(
        authorization.getId(),
        new ClientId(authorization.getRegisteredClientId()),
        authorization.getPrincipalName(),
        expiry(authorization),
        handles(authorization, loaded),
        bodies.write(authorization),
        loaded.map(l -> l.grant().revision() + 1).orElse(1L));
  }

  GrantHandle handle(Kind kind, String value) {
    return new GrantHandle(kind, digester.digest(new Secret(value)));
  }

  private List<GrantHandle> handles(OAuth2Authorization authorization, Optional<Loaded> loaded) {
    var handles = new ArrayList<GrantHandle>();
    String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
    if (state != null) {
      handles.add(handle(Kind.CONSENT_STATE, state));
    }
    handle(Kind.AUTHORIZATION_CODE, authorization.getToken(OAuth2AuthorizationCode.class), loaded)
        .ifPresent(handles::add);
    handle(Kind.ACCESS_TOKEN, authorization.getAccessToken(), loaded).ifPresent(handles::add);
    var refresh = authorization.getRefreshToken();
    handle(Kind.REFRESH_TOKEN, refresh, loaded).ifPresent(handles::add);
    if (refresh != null) {
      handles.add(spent(refresh.getToken().getTokenValue(), loaded));
    }
    return handles;
  }

  private Optional<GrantHandle> handle(
      Kind kind,
      OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token,
      Optional<Loaded> loaded) {
    return Optional.ofNullable(token)
        .map(t -> t.getToken().getTokenValue())
        .map(value -> handle(kind, value, loaded));
  }

  private GrantHandle handle(Kind kind, String value, Optional<Loaded> loaded) {
    return Loaded.isUnseen(value)
        ? new GrantHandle(kind, unseen(kind, loaded))
        : handle(kind, value);
  }

  /**
   * One handle leads from all refresh tokens of a grant to it, by the part they share: that many
   * rotations can't push a stolen token out of sight.
   */
  private GrantHandle spent(String value, Optional<Loaded> loaded) {
    return handle(
        Kind.SPENT_REFRESH_TOKEN,
        Loaded.isUnseen(value) ? value : RefreshTokens.sharedPart(value),
        loaded);
  }

  private static Digest unseen(Kind kind, Optional<Loaded> loaded) {
    return loaded.flatMap(l -> l.digest(kind)).orElseThrow();
  }

  private Instant expiry(OAuth2Authorization authorization) {
    return Stream.of(
            authorization.getToken(OAuth2AuthorizationCode.class),
            authorization.getAccessToken(),
            authorization.getRefreshToken())
        .filter(Objects::nonNull)
        .map(token -> token.getToken().getExpiresAt())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseGet(() -> clock.instant().plus(consentLifetime));
  }
}
