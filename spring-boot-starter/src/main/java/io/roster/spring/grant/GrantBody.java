package io.roster.spring.grant;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.core.metadata.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/**
 * The body of a grant: what Spring's providers ask an OAuth2Authorization for, as compact JSON. No
 * token value is in it, only when each token ends and what it says.
 */
final class GrantBody {
  private final JsonCodec codec;

  GrantBody(JsonCodec codec) {
    this.codec = codec;
  }

  String write(OAuth2Authorization authorization) {
    var body = new LinkedHashMap<String, Json>();
    body.put("grant_type", Json.of(authorization.getAuthorizationGrantType().getValue()));
    body.put("scope", scope(authorization.getAuthorizedScopes()));
    OAuth2AuthorizationRequest request =
        authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
    if (request != null) {
      body.put("request", request(request));
    }
    put(body, "code", authorization.getToken(OAuth2AuthorizationCode.class));
    put(body, "access", authorization.getAccessToken());
    put(body, "refresh", authorization.getRefreshToken());
    return codec.write(new Json.Members(body));
  }

  Stored read(String text) {
    return new Stored(codec.read(text));
  }

  private static Json request(OAuth2AuthorizationRequest request) {
    var members = new LinkedHashMap<String, Json>();
    members.put("uri", Json.of(request.getAuthorizationUri()));
    members.put("scope", scope(request.getScopes()));
    putText(members, "redirect_uri", request.getRedirectUri());
    putText(members, "state", request.getState());
    members.put("parameters", ClaimsJson.write(request.getAdditionalParameters()));
    return new Json.Members(members);
  }

  private static void putText(Map<String, Json> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, Json.of(value));
    }
  }

  private static void put(
      Map<String, Json> body,
      String name,
      OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
    if (token == null) {
      return;
    }
    var members = new LinkedHashMap<String, Json>();
    putTime(members, "iat", token.getToken().getIssuedAt());
    putTime(members, "exp", token.getToken().getExpiresAt());
    if (token.isInvalidated()) {
      members.put("invalid", Json.TRUE);
    }
    if (token.getToken() instanceof OAuth2AccessToken access) {
      members.put("scope", scope(access.getScopes()));
    }
    var claims = token.getClaims();
    if (claims != null) {
      members.put("claims", ClaimsJson.write(claims));
    }
    body.put(name, new Json.Members(members));
  }

  // Milliseconds: the end of a code is told from its beginning even when it lives one second.
  private static void putTime(Map<String, Json> members, String name, @Nullable Instant time) {
    if (time != null) {
      members.put(name, Json.of(time.toEpochMilli()));
    }
  }

  private static Json scope(Set<String> scopes) {
    return Json.of(String.join(" ", scopes));
  }

  /** A body that was read back, member by member. */
  record Stored(Json.Members body) {
    String grantType() {
      return body.text("grant_type").orElseThrow();
    }

    Set<String> scopes() {
      return scopesOf(body);
    }

    Optional<OAuth2AuthorizationRequest> request(String clientId) {
      return members("request").map(request -> request(request, clientId));
    }

    Optional<StoredToken> token(String name) {
      return members(name).map(StoredToken::new);
    }

    private Optional<Json.Members> members(String name) {
      return body.values().get(name) instanceof Json.Members found
          ? Optional.of(found)
          : Optional.empty();
    }

    private static OAuth2AuthorizationRequest request(Json.Members request, String clientId) {
      var builder =
          OAuth2AuthorizationRequest.authorizationCode()
              .authorizationUri(request.text("uri").orElseThrow())
              .clientId(clientId)
              .scopes(scopesOf(request));
      request.text("redirect_uri").ifPresent(builder::redirectUri);
      request.text("state").ifPresent(builder::state);
      if (request.values().get("parameters") instanceof Json.Members parameters) {
        builder.additionalParameters(ClaimsJson.read(parameters));
      }
      return builder.build();
    }
  }

  /** One token of a stored body. */
  record StoredToken(Json.Members members) {
    Instant issuedAt() {
      return Instant.ofEpochMilli(members.whole("iat").orElse(0L));
    }

    Instant expiresAt() {
      return Instant.ofEpochMilli(members.whole("exp").orElse(0L));
    }

    Set<String> scopes() {
      return scopesOf(members);
    }

    Map<String, Object> metadata() {
      var metadata = new HashMap<String, Object>();
      metadata.put(
          OAuth2Authorization.Token.INVALIDATED_METADATA_NAME,
          members.values().containsKey("invalid"));
      if (members.values().get("claims") instanceof Json.Members claims) {
        metadata.put(
            OAuth2Authorization.Token.CLAIMS_METADATA_NAME, Map.copyOf(ClaimsJson.read(claims)));
      }
      return metadata;
    }
  }

  private static Set<String> scopesOf(Json.Members members) {
    return new LinkedHashSet<>(Scope.of(members.text("scope").orElse("")).tokens());
  }
}
