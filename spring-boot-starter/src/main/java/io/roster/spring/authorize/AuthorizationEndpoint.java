package io.roster.spring.authorize;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;

/** The authorization endpoint: our reading of requests and answers around Spring's providers. */
public final class AuthorizationEndpoint
    implements Customizer<OAuth2AuthorizationEndpointConfigurer> {
  private final AuthorizationRequests requests;
  private final AuthorizationResponses responses;
  private final String consentPage;

  public AuthorizationEndpoint(
      RequestedClients clients, AuthorizationResponses responses, String consentPage) {
    this.requests = new AuthorizationRequests(clients);
    this.responses = responses;
    this.consentPage = consentPage;
  }

  @Override
  public void customize(OAuth2AuthorizationEndpointConfigurer configurer) {
    configurer
        .authorizationRequestConverters(
            converters -> {
              converters.removeIf(
                  OAuth2AuthorizationCodeRequestAuthenticationConverter.class::isInstance);
              converters.addFirst(requests);
            })
        .authenticationProviders(AuthorizationEndpoint::adjust)
        .authorizationResponseHandler(responses)
        .errorResponseHandler(responses)
        .consentPage(consentPage);
  }

  private static void adjust(List<AuthenticationProvider> providers) {
    for (var provider : providers) {
      if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requested) {
        // Redirect URI and scope were checked, by our rules, when the request was read.
        requested.setAuthenticationValidator(context -> {});
        requested.setAuthorizationConsentRequired(context -> true);
      }
    }
  }
}
