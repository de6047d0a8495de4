package io.roster.spring.endpoint;

import io.roster.core.metadata.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads the token request that uses a refresh token, OAuth 2.1 section 4.3. */
final class RefreshRequests implements AuthenticationConverter {
  RefreshRequests() {}

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var form = FormParameters.ofForm(request);
    if (!form.single("grant_type").orElse("").equals("refresh_token")) {
      return null;
    }
    var scope = Scope.of(form.single("scope").orElse(""));
    return new OAuth2RefreshTokenAuthenticationToken(
        form.required("refresh_token"),
        CodeRequests.client(),
        new LinkedHashSet<>(scope.tokens()),
        CodeRequests.resources(form));
  }
}
