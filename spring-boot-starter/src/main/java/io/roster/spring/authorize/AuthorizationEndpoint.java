package io.roster.spring.authorize;

import io.roster.spring.consent.KeptConsents;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** The authorization endpoint: our reading of requests and answers around Spring's providers. */
public final class AuthorizationEndpoint
    implements Customizer<OAuth2AuthorizationEndpointConfigurer> {
  private final AuthenticationConverter requests;
  private final AuthorizationResponses responses;
  private final KeptConsents consents;
  private final String consentPage;

  public AuthorizationEndpoint(
      AuthenticationConverter requests,
      AuthorizationResponses responses,
      KeptConsents consents,
      String consentPage) {
    this.requests = requests;
    this.responses = responses;
    this.consents = consents;
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
        .authenticationProviders(this::adjust)
        .authorizationResponseHandler(responses)
        .errorResponseHandler(responses)
        .consentPage(consentPage);
  }

  private void adjust(List<AuthenticationProvider> providers) {
    providers.replaceAll(
        provider ->
            provider instanceof OAuth2AuthorizationConsentAuthenticationProvider
                ? consents.after(provider)
                : provider);
    for (var provider : providers) {
      if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requested) {
        // Redirect URI and scope were checked, by our rules, when the request was read.
        requested.setAuthenticationValidator(context -> {});
        requested.setAuthorizationConsentRequired(this::mustAsk);
      }
    }
  }

  private boolean mustAsk(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
    var request = context.getAuthorizationRequest();
    return request == null
        || !(asked.getPrincipal() instanceof Authentication person)
        || !consents.spare(request, person);
  }
}
