package io.roster.server.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.roster.server.signin.SignInOutcome.Busy;
import io.roster.server.signin.SignInOutcome.Identified;
import io.roster.server.signin.SignInOutcome.Unbelievable;
import io.roster.server.signin.SignInOutcome.Unreachable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The questions to a provider: the authorization request, and the code for an ID token, by Spring
 * Security's client. The provider's tokens live as long as one call of {@link #identify}.
 */
final class Exchange {
  // OpenID Connect Core section 2.
  private static final int LONGEST_SUBJECT = 255;

  private final Upstream upstream;
  private final UpstreamHttp http;
  private final Terms terms;
  private final Map<String, String> parameters;

  Exchange(Upstream upstream, UpstreamHttp http, Terms terms, Map<String, String> parameters) {
    this.upstream = upstream;
    this.http = http;
    this.terms = terms;
    this.parameters = Map.copyOf(parameters);
  }

  /** Where the browser is sent; the same for the same pending sign-in. */
  OAuth2AuthorizationRequest request(UpstreamConfiguration provider, PendingSignIn pending) {
    var registration = provider.registration();
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(provider.authorizationUri())
        .clientId(registration.getClientId())
        .redirectUri(provider.redirectUri())
        .scopes(registration.getScopes())
        .state(pending.state())
        .additionalParameters(
            more -> {
              more.putAll(parameters);
              more.put(OidcParameterNames.NONCE, hash(pending.nonce()));
              more.put(PkceParameterNames.CODE_CHALLENGE, hash(pending.codeVerifier()));
              more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
            })
        .attributes(
            ours -> {
              ours.put(OidcParameterNames.NONCE, pending.nonce());
              ours.put(PkceParameterNames.CODE_VERIFIER, pending.codeVerifier());
            })
        .build();
  }

  /** Who signed in there, by what its ID token says. */
  SignInOutcome identify(UpstreamConfiguration provider, PendingSignIn pending, String code) {
    return upstream.busy(() -> redeem(provider, pending, code)).orElseGet(Busy::new);
  }

  private SignInOutcome redeem(UpstreamConfiguration provider, PendingSignIn pending, String code) {
    var registration = provider.registration();
    var response =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(provider.redirectUri())
            .state(pending.state())
            .build();
    var exchange = new OAuth2AuthorizationExchange(request(provider, pending), response);
    try {
      var result =
          spring(provider).authenticate(new OAuth2LoginAuthenticationToken(registration, exchange));
      var person = (OidcUser) Objects.requireNonNull(Objects.requireNonNull(result).getPrincipal());
      var subject = String.valueOf(person.getIdToken().getSubject());
      return subject.isEmpty() || subject.length() > LONGEST_SUBJECT
          ? new Unbelievable("a subject of no proper length")
          : new Identified(provider.issuer(), subject, person.getClaims());
    } catch (OAuth2AuthenticationException e) {
      upstream.warn("could not identify somebody", e);
      return Upstream.isOutage(e)
          ? new Unreachable()
          : new Unbelievable(e.getError().getErrorCode());
    }
  }

  private OidcAuthorizationCodeAuthenticationProvider spring(UpstreamConfiguration provider) {
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(http.tokens());
    var userInfo = new DefaultOAuth2UserService();
    userInfo.setRestOperations(http.resources());
    var people = new OidcUserService();
    people.setOauth2UserService(userInfo);
    people.setRetrieveUserInfo(
        asked ->
            terms.lackIn(asked.getIdToken().getClaims())
                && asked.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri()
                    != null);
    var spring = new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
    spring.setJwtDecoderFactory(registration -> provider.idTokens());
    return spring;
  }

  private static String hash(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
