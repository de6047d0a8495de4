package io.roster.spring.endpoint;

import io.roster.spring.client.RegisteredClients;
import java.util.LinkedHashSet;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;

/** The token endpoint with the grants there are: codes, refresh tokens and client credentials. */
public final class TokenEndpoint implements Customizer<OAuth2TokenEndpointConfigurer> {
  private final OAuth2AuthorizationService grants;

  public TokenEndpoint(OAuth2AuthorizationService grants) {
    this.grants = grants;
  }

  @Override
  public void customize(OAuth2TokenEndpointConfigurer configurer) {
    configurer
        .accessTokenRequestConverters(
            converters -> {
              converters.clear();
              converters.add(new CodeRequests(grants));
              converters.add(new RefreshRequests());
              converters.add(new ClientCredentialsRequests());
            })
        .authenticationProviders(
            providers ->
                providers.removeIf(
                    provider ->
                        !(provider instanceof OAuth2AuthorizationCodeAuthenticationProvider)
                            && !(provider instanceof OAuth2RefreshTokenAuthenticationProvider)
                            && !(provider
                                instanceof OAuth2ClientCredentialsAuthenticationProvider)))
        .accessTokenResponseHandler(responses())
        .errorResponseHandler(new OAuthErrorReplies());
  }

  private static OAuth2AccessTokenResponseAuthenticationSuccessHandler responses() {
    var responses = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
    responses.setAccessTokenResponseCustomizer(TokenEndpoint::orderScopes);
    return responses;
  }

  private static void orderScopes(OAuth2AccessTokenAuthenticationContext context) {
    OAuth2AccessTokenAuthenticationToken granted = context.getAuthentication();
    var scopes = granted.getAccessToken().getScopes();
    var ordered = RegisteredClients.inOrder(scopes, granted.getRegisteredClient());
    context.getAccessTokenResponse().scopes(new LinkedHashSet<>(ordered.tokens()));
  }
}
