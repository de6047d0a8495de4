package io.roster.spring.authorize;

import io.roster.spring.consent.TrustedRedirects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Sends people back to the client, OAuth 2.1 section 4.1.2, always naming the issuer, RFC 9207; or
 * shows an error page when there is no client to go back to.
 */
public final class AuthorizationResponses
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
  private final String issuer;
  private final AuthorizationErrorPage page;
  private final TrustedRedirects trusted;

  public AuthorizationResponses(
      String issuer, AuthorizationErrorPage page, TrustedRedirects trusted) {
    this.issuer = issuer;
    this.page = page;
    this.trusted = trusted;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
    var parameters = new LinkedHashMap<String, String>();
    var code = Objects.requireNonNull(answer.getAuthorizationCode());
    parameters.put("code", code.getTokenValue());
    send(response, address(answer, parameters));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    var error = errorOf(failure);
    if (failure instanceof HeldBack held) {
      page.showHeldBack(request, response, error, held.client());
      return;
    }
    var answer = requestOf(failure);
    if (answer == null || answer.getRedirectUri() == null) {
      page.show(request, response, new OAuth2Error(error.getErrorCode(), advice(error), null));
      return;
    }
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("error", error.getErrorCode());
    parameters.put("error_description", advice(error));
    var address = address(answer, parameters);
    if (trusted.include(answer.getClientId(), answer.getRedirectUri(), subject(answer))) {
      send(response, address);
    } else {
      page.showWithReturn(
          request, response, new OAuth2Error(error.getErrorCode(), advice(error), null), address);
    }
  }

  private static String subject(OAuth2AuthorizationCodeRequestAuthenticationToken answer) {
    return answer.getPrincipal() instanceof Authentication person
            && person.isAuthenticated()
            && !(person instanceof AnonymousAuthenticationToken)
        ? person.getName()
        : "";
  }

  private static void send(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", address);
  }

  private String address(
      OAuth2AuthorizationCodeRequestAuthenticationToken answer, Map<String, String> parameters) {
    if (answer.getState() != null) {
      parameters.put("state", answer.getState());
    }
    parameters.put("iss", issuer);
    var uri = Objects.requireNonNull(answer.getRedirectUri());
    return uri + (uri.indexOf('?') < 0 ? '?' : '&') + query(parameters);
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  // Not every client takes the plus of a form for a space.
  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static OAuth2Error errorOf(AuthenticationException failure) {
    return failure instanceof OAuth2AuthenticationException refused
        ? refused.getError()
        : new OAuth2Error("invalid_request");
  }

  private static @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken requestOf(
      AuthenticationException failure) {
    return failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
        ? refused.getAuthorizationCodeRequestAuthentication()
        : null;
  }

  private static String advice(OAuth2Error error) {
    var text = error.getDescription();
    return text == null ? "it is not valid, or no longer" : text;
  }
}
