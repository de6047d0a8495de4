package io.roster.spring.authorize;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Where the answer to an authorization request may go, once client and redirect URI are known. */
record Target(
    String authorizationUri,
    RegisteredClient client,
    Authentication principal,
    Optional<String> redirectUri,
    Optional<String> state) {
  /** A refusal that is shown to the person, OAuth 2.1 section 2.3.5. */
  static OAuth2AuthorizationCodeRequestAuthenticationException refusalPage(String advice) {
    return refusalPage(new OAuth2Error("invalid_request", advice, null));
  }

  /** A refusal that is shown to the person, with its own code. */
  static OAuth2AuthorizationCodeRequestAuthenticationException refusalPage(OAuth2Error error) {
    return new OAuth2AuthorizationCodeRequestAuthenticationException(error, null);
  }

  OAuth2AuthorizationCodeRequestAuthenticationException refusal(String code, String advice) {
    return refusal(new OAuth2Error(code, advice, null));
  }

  OAuth2AuthorizationCodeRequestAuthenticationException refusal(OAuth2Error error) {
    var uri = redirectUri.orElseGet(() -> client.getRedirectUris().iterator().next());
    return new OAuth2AuthorizationCodeRequestAuthenticationException(
        error, token(uri, Set.of(), Map.of()));
  }

  /** Who is signed in; nobody's name is empty. */
  String person() {
    return isSignedIn() ? principal.getName() : "";
  }

  /** What a silent request gets that the person has to be asked about. */
  OAuth2AuthorizationCodeRequestAuthenticationException silentRefusal() {
    return isSignedIn(principal)
        ? refusal("consent_required", "the person has to be asked")
        : refusal("login_required", "the person has to sign in");
  }

  /** Whether somebody is there who can be asked. */
  boolean isSignedIn() {
    return isSignedIn(principal);
  }

  static boolean isSignedIn(Authentication principal) {
    return principal.isAuthenticated() && !(principal instanceof AnonymousAuthenticationToken);
  }

  Authentication request(Set<String> scopes, Map<String, Object> extra) {
    return token(redirectUri.orElse(null), scopes, extra);
  }

  private OAuth2AuthorizationCodeRequestAuthenticationToken token(
      @Nullable String uri, Set<String> scopes, Map<String, Object> extra) {
    return new OAuth2AuthorizationCodeRequestAuthenticationToken(
        authorizationUri, client.getClientId(), principal, uri, state.orElse(null), scopes, extra);
  }
}
