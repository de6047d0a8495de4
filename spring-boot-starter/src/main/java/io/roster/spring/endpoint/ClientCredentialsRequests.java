package io.roster.spring.endpoint;

import io.roster.core.metadata.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads the token request of a client that acts for itself, OAuth 2.1 section 4.2. */
final class ClientCredentialsRequests implements AuthenticationConverter {
  ClientCredentialsRequests() {}

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var form = FormParameters.ofForm(request);
    if (!form.single("grant_type").orElse("").equals("client_credentials")) {
      return null;
    }
    var client = CodeRequests.client();
    var asked = Scope.of(form.single("scope").orElse(""));
    return new OAuth2ClientCredentialsAuthenticationToken(
        client,
        asked.isEmpty() ? registered(client) : new LinkedHashSet<>(asked.tokens()),
        CodeRequests.resources(form));
  }

  /** A request without a scope asks for all there is, RFC 6749 section 3.3. */
  private static Set<String> registered(Authentication client) {
    return client instanceof OAuth2ClientAuthenticationToken token
            && token.getRegisteredClient() != null
        ? token.getRegisteredClient().getScopes()
        : Set.of();
  }
}
