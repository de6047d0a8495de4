package io.roster.spring.endpoint;

import io.roster.spring.token.Resources;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads the token request that redeems a code, OAuth 2.1 section 4.1.3. */
final class CodeRequests implements AuthenticationConverter {
  private static final OAuth2TokenType CODE = new OAuth2TokenType("code");

  private final OAuth2AuthorizationService grants;

  CodeRequests(OAuth2AuthorizationService grants) {
    this.grants = grants;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var form = FormParameters.ofForm(request);
    if (!form.single("grant_type").orElse("").equals("authorization_code")) {
      return null;
    }
    var code = form.required("code");
    var redirectUri = form.single("redirect_uri").or(() -> redirectUriOf(code));
    return new OAuth2AuthorizationCodeAuthenticationToken(
        code, client(), redirectUri.orElse(null), resources(form));
  }

  /** OAuth 2.1 clients no longer repeat it, section 10.2: PKCE does what it was for. */
  private Optional<String> redirectUriOf(String code) {
    return Optional.ofNullable(grants.findByToken(code, CODE))
        .map(
            grant ->
                grant.<OAuth2AuthorizationRequest>getAttribute(
                    OAuth2AuthorizationRequest.class.getName()))
        .map(OAuth2AuthorizationRequest::getRedirectUri);
  }

  static Authentication client() {
    return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
  }

  static Map<String, Object> resources(FormParameters form) {
    var resources =
        Resources.read(form.all(Resources.PARAMETER))
            .orElseThrow(
                () ->
                    new OAuth2AuthenticationException(
                        new OAuth2Error(
                            "invalid_target", "name resources by absolute URIs", null)));
    return resources.isEmpty() ? Map.of() : Map.of(Resources.PARAMETER, resources.text());
  }
}
