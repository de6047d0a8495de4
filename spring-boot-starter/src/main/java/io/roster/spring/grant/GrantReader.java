package io.roster.spring.grant;

import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import io.roster.core.uri.RedirectUri;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Builds the OAuth2Authorization of a grant again, around the one value that led to it. */
final class GrantReader {
  private final GrantBody bodies;

  GrantReader(GrantBody bodies) {
    this.bodies = bodies;
  }

  /** The value a caller presented, and as what; other values of the grant stay unseen. */
  record Presented(Optional<GrantHandle.Kind> kind, String value) {
    static Presented as(GrantHandle.Kind kind, String value) {
      return new Presented(Optional.of(kind), value);
    }

    /** Of whoever knows the grant by its id and none of its values. */
    static Presented nothing() {
      return new Presented(Optional.empty(), "");
    }

    boolean is(GrantHandle.Kind wanted) {
      return kind.filter(wanted::equals).isPresent();
    }

    String valueOf(GrantHandle.Kind wanted) {
      return is(wanted) ? value : Loaded.unseen(wanted);
    }
  }

  /** Nothing when a person would allow a way back that the client has given up meanwhile. */
  Optional<OAuth2Authorization> read(Grant grant, RegisteredClient client, Presented presented) {
    var stored = bodies.read(grant.body());
    boolean pending = presented.is(GrantHandle.Kind.CONSENT_STATE);
    return pending && !mayStillRedirect(stored, client)
        ? Optional.empty()
        : Optional.of(build(grant, stored, client, presented));
  }

  private static boolean mayStillRedirect(GrantBody.Stored stored, RegisteredClient client) {
    return stored
        .request(client.getClientId())
        .map(OAuth2AuthorizationRequest::getRedirectUri)
        .map(RedirectUri::of)
        .map(uri -> client.getRedirectUris().stream().map(RedirectUri::of).anyMatch(uri::matches))
        .orElseGet(() -> client.getRedirectUris().size() == 1);
  }

  private static OAuth2Authorization build(
      Grant grant, GrantBody.Stored stored, RegisteredClient client, Presented presented) {
    var builder =
        OAuth2Authorization.withRegisteredClient(client)
            .id(grant.id())
            .principalName(grant.subject())
            .authorizationGrantType(new AuthorizationGrantType(stored.grantType()))
            .authorizedScopes(within(stored.scopes(), client.getScopes()))
            .attribute(Loaded.ATTRIBUTE, new Loaded(grant))
            .attribute(
                Principal.class.getName(),
                UsernamePasswordAuthenticationToken.authenticated(grant.subject(), "", List.of()));
    stored
        .request(client.getClientId())
        .ifPresent(r -> builder.attribute(OAuth2AuthorizationRequest.class.getName(), r));
    if (presented.is(GrantHandle.Kind.CONSENT_STATE)) {
      builder.attribute(OAuth2ParameterNames.STATE, presented.value());
    }
    stored.token("code").ifPresent(token -> add(builder, code(token, presented), token));
    stored.token("access").ifPresent(token -> add(builder, access(token, presented), token));
    stored.token("refresh").ifPresent(token -> add(builder, refresh(token, presented), token));
    return builder.build();
  }

  // What was granted once is worth nothing after the client lost the scope.
  private static Set<String> within(Set<String> granted, Set<String> registered) {
    var scopes = new LinkedHashSet<>(granted);
    scopes.retainAll(registered);
    return scopes;
  }

  private static void add(
      OAuth2Authorization.Builder builder, OAuth2Token token, GrantBody.StoredToken stored) {
    builder.token(token, metadata -> metadata.putAll(stored.metadata()));
  }

  private static OAuth2Token code(GrantBody.StoredToken token, Presented presented) {
    return new OAuth2AuthorizationCode(
        presented.valueOf(GrantHandle.Kind.AUTHORIZATION_CODE),
        token.issuedAt(),
        token.expiresAt());
  }

  private static OAuth2Token access(GrantBody.StoredToken token, Presented presented) {
    return new OAuth2AccessToken(
        OAuth2AccessToken.TokenType.BEARER,
        presented.valueOf(GrantHandle.Kind.ACCESS_TOKEN),
        token.issuedAt(),
        token.expiresAt(),
        token.scopes());
  }

  private static OAuth2Token refresh(GrantBody.StoredToken token, Presented presented) {
    return new OAuth2RefreshToken(
        presented.valueOf(GrantHandle.Kind.REFRESH_TOKEN), token.issuedAt(), token.expiresAt());
  }
}
