package io.roster.spring.endpoint;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;

/** The token endpoint with the two grants there are: codes and refresh tokens. */
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
            })
        .authenticationProviders(
            providers ->
                providers.removeIf(
                    provider ->
                        !(provider instanceof OAuth2AuthorizationCodeAuthenticationProvider)
                            && !(provider instanceof OAuth2RefreshTokenAuthenticationProvider)))
        .errorResponseHandler(new OAuthErrorReplies());
  }
}
