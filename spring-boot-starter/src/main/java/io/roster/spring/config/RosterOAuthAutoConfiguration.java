package io.roster.spring.config;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.roster.core.Roster;
import io.roster.core.consent.ConsentStore;
import io.roster.core.grant.GrantStore;
import io.roster.core.json.JsonCodec;
import io.roster.core.settings.RegistrationSettings;
import io.roster.spring.authorize.AuthorizationErrorPage;
import io.roster.spring.client.ClientCache;
import io.roster.spring.client.RegisteredClients;
import io.roster.spring.consent.Connections;
import io.roster.spring.consent.Consents;
import io.roster.spring.endpoint.Endpoints;
import io.roster.spring.grant.NoConsents;
import io.roster.spring.grant.NotedGrants;
import io.roster.spring.grant.RosterAuthorizationService;
import io.roster.spring.token.AccessTokenClaims;
import io.roster.spring.token.KnownResources;
import io.roster.spring.token.RefreshTokens;
import io.roster.spring.token.SigningKeys;
import io.roster.store.key.SigningKeyStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Spring Security's authorization server on the registry's clients and grants. */
@AutoConfiguration(
    after = RosterAutoConfiguration.class,
    before = {
      OAuth2AuthorizationServerAutoConfiguration.class,
      OAuth2AuthorizationServerJwtAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@EnableConfigurationProperties(ConsentProperties.class)
public class RosterOAuthAutoConfiguration {
  public RosterOAuthAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Endpoints endpoints(RegistrationSettings settings, Environment environment) {
    return Endpoints.of(settings, environment.getProperty("server.servlet.context-path", ""));
  }

  @Bean
  @ConditionalOnMissingBean
  RegisteredClientRepository registeredClientRepository(
      Roster roster, ClientCache cache, RosterProperties properties, ResourceProperties resources) {
    return new RegisteredClients(
        roster::inUse, cache, properties.toTokenLifetimes(), resources.offlineAccess());
  }

  @Bean
  @ConditionalOnMissingBean
  OAuth2AuthorizationService authorizationService(
      GrantStore grants,
      RegisteredClientRepository clients,
      JsonCodec json,
      RosterProperties properties,
      Roster roster) {
    var noted = new NotedGrants(grants, roster.uses());
    return new RosterAuthorizationService(
        noted, clients, json, properties.consentLifetime(), roster.clock());
  }

  @Bean
  @ConditionalOnMissingBean
  KnownResources knownResources(ResourceProperties properties) {
    return properties.toKnownResources();
  }

  @Bean
  @ConditionalOnMissingBean
  Consents consents(ConsentStore store, ConsentProperties properties, InstantSource clock) {
    return new Consents(store, properties.toRules(), clock);
  }

  @Bean
  @ConditionalOnMissingBean
  Connections connections(
      ConsentStore consents, GrantStore grants, JsonCodec json, InstantSource clock) {
    return new Connections(consents, grants, json, clock);
  }

  // Consents are kept by resource, which Spring's interface doesn't know.
  @Bean
  @ConditionalOnMissingBean
  OAuth2AuthorizationConsentService authorizationConsentService() {
    return new NoConsents();
  }

  @Bean
  @ConditionalOnMissingBean
  AuthorizationServerSettings authorizationServerSettings(
      RegistrationSettings settings, Endpoints endpoints) {
    return AuthorizationServerSettings.builder()
        .issuer(settings.issuer().toString())
        .authorizationEndpoint(endpoints.authorize())
        .tokenEndpoint(endpoints.token())
        .tokenRevocationEndpoint(endpoints.revoke())
        .tokenIntrospectionEndpoint(endpoints.introspect())
        .jwkSetEndpoint(endpoints.jwks())
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  JWKSource<SecurityContext> jwkSource(
      SigningKeyStore store, RosterProperties properties, InstantSource clock) {
    return new SigningKeys(store, properties.accessTokenLifetime(), clock);
  }

  @Bean
  @ConditionalOnMissingBean
  JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
    var encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(
        fitting -> keys instanceof SigningKeys ours ? ours.choose(fitting) : fitting.getFirst());
    return encoder;
  }

  /** Customizers among the beans come after ours, so that they can add claims or change them. */
  @Bean
  @ConditionalOnMissingBean
  OAuth2TokenGenerator<OAuth2Token> tokenGenerator(
      JwtEncoder encoder,
      ObjectProvider<OAuth2TokenCustomizer<JwtEncodingContext>> customizers,
      KnownResources resources,
      ResourceProperties properties,
      InstantSource clock) {
    var ours = new AccessTokenClaims(resources);
    var accessTokens = new JwtGenerator(encoder);
    accessTokens.setJwtCustomizer(
        context -> {
          ours.customize(context);
          customizers.orderedStream().forEach(theirs -> theirs.customize(context));
        });
    return new DelegatingOAuth2TokenGenerator(
        accessTokens, new RefreshTokens(new SecureRandom(), clock, properties.offlineAccess()));
  }

  @Bean
  @ConditionalOnMissingBean
  AuthorizationErrorPage authorizationErrorPage() {
    return AuthorizationErrorPage.plain();
  }
}
