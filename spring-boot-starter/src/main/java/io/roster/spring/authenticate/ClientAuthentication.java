package io.roster.spring.authenticate;

import io.roster.spring.client.SecretDigests;
import io.roster.spring.endpoint.Endpoints;
import io.roster.spring.endpoint.OAuthErrorReplies;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Puts the five methods together: Spring's providers with our ways to compare. */
public final class ClientAuthentication
    implements Customizer<OAuth2ClientAuthenticationConfigurer> {
  private final ClientCredentials credentials;
  private final PublicClients publicClients;
  private final SecretDigests secrets;
  private final AssertionDecoders assertions;

  public ClientAuthentication(
      RegisteredClientRepository clients,
      OAuth2AuthorizationService grants,
      Endpoints endpoints,
      SecretDigests secrets,
      AssertionDecoders assertions) {
    this.credentials = new ClientCredentials(clients, endpoints);
    this.publicClients = new PublicClients(clients, grants);
    this.secrets = secrets;
    this.assertions = assertions;
  }

  @Override
  public void customize(OAuth2ClientAuthenticationConfigurer configurer) {
    configurer
        .authenticationConverters(
            converters -> {
              converters.clear();
              converters.add(credentials);
            })
        .authenticationProviders(this::adjust)
        .errorResponseHandler(new OAuthErrorReplies());
  }

  private void adjust(List<AuthenticationProvider> providers) {
    providers.removeIf(PublicClientAuthenticationProvider.class::isInstance);
    providers.add(publicClients);
    for (var provider : providers) {
      if (provider instanceof ClientSecretAuthenticationProvider bySecret) {
        bySecret.setPasswordEncoder(secrets);
      } else if (provider instanceof JwtClientAssertionAuthenticationProvider byAssertion) {
        byAssertion.setJwtDecoderFactory(assertions);
      } else if (provider instanceof X509ClientCertificateAuthenticationProvider byCertificate) {
        byCertificate.setCertificateVerifier(new CertificateSubject());
      }
    }
  }
}
