package io.roster.spring.authenticate;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Lets public clients in by their identifier alone, RFC 6749 section 3.2.1: with a code Spring's
 * provider checks PKCE; a refresh token or a token to revoke is proof enough by itself.
 */
final class PublicClients implements AuthenticationProvider {
  private final RegisteredClientRepository clients;
  private final PublicClientAuthenticationProvider withCode;

  PublicClients(RegisteredClientRepository clients, OAuth2AuthorizationService grants) {
    this.clients = clients;
    this.withCode = new PublicClientAuthenticationProvider(clients, grants);
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    var claimed = (OAuth2ClientAuthenticationToken) authentication;
    if (!ClientAuthenticationMethod.NONE.equals(claimed.getClientAuthenticationMethod())) {
      return null;
    }
    return claimed.getAdditionalParameters().containsKey("code")
        ? withCode.authenticate(claimed)
        : withoutCode(claimed);
  }

  private Authentication withoutCode(OAuth2ClientAuthenticationToken claimed) {
    var client = clients.findByClientId(claimed.getName());
    if (client == null
        || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
      throw ClientCredentials.invalidClient();
    }
    return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
