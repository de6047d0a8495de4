package io.roster.spring.config;

import io.roster.core.Roster;
import io.roster.core.json.JsonCodec;
import io.roster.core.settings.RegistrationSettings;
import io.roster.remote.key.RemoteKeys;
import io.roster.spring.authenticate.AssertionDecoders;
import io.roster.spring.authenticate.ClientAuthentication;
import io.roster.spring.authenticate.InMemoryUsedAssertions;
import io.roster.spring.authorize.AskedScopes;
import io.roster.spring.authorize.AuthorizationEndpoint;
import io.roster.spring.authorize.AuthorizationErrorPage;
import io.roster.spring.authorize.AuthorizationRequests;
import io.roster.spring.authorize.AuthorizationResponses;
import io.roster.spring.authorize.ConsentGuard;
import io.roster.spring.authorize.RequestedClients;
import io.roster.spring.client.SecretDigests;
import io.roster.spring.consent.Consents;
import io.roster.spring.consent.KeptConsents;
import io.roster.spring.consent.TrustedRedirects;
import io.roster.spring.endpoint.Endpoints;
import io.roster.spring.endpoint.EntryPoint;
import io.roster.spring.endpoint.OAuthErrorReplies;
import io.roster.spring.endpoint.OpenCors;
import io.roster.spring.endpoint.ReadableForms;
import io.roster.spring.endpoint.SignIn;
import io.roster.spring.endpoint.StoreOutage;
import io.roster.spring.endpoint.TokenEndpoint;
import io.roster.spring.token.KnownResources;
import io.roster.store.assertion.JdbcUsedAssertions;
import io.roster.store.assertion.UsedAssertions;
import io.roster.store.sql.Database;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/** The filter chain of the OAuth endpoints, and of nothing else. */
@AutoConfiguration(
    after = {RosterOAuthAutoConfiguration.class, RosterLoginAutoConfiguration.class},
    before = {
      OAuth2AuthorizationServerAutoConfiguration.class,
      ServletWebSecurityAutoConfiguration.class
    })
public class RosterSecurityAutoConfiguration {
  private static final int MOST_ASSERTIONS = 50_000;

  public RosterSecurityAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  ClientAuthentication clientAuthentication(
      RegisteredClientRepository clients,
      OAuth2AuthorizationService grants,
      Endpoints endpoints,
      Roster roster,
      AssertionDecoders assertions) {
    var secrets = new SecretDigests(roster.digester(), roster.clock());
    return new ClientAuthentication(clients, grants, endpoints, secrets, assertions);
  }

  @Bean
  @ConditionalOnMissingBean
  UsedAssertions usedAssertions(ObjectProvider<Database> file, InstantSource clock) {
    var database = file.getIfAvailable();
    return database == null
        ? new InMemoryUsedAssertions(MOST_ASSERTIONS, clock)
        : new JdbcUsedAssertions(database, clock);
  }

  @Bean
  @ConditionalOnMissingBean
  AssertionDecoders assertionDecoders(
      RegistrationSettings settings,
      RemoteKeys remote,
      JsonCodec json,
      UsedAssertions used,
      InstantSource clock) {
    return new AssertionDecoders(settings.issuer().toString(), remote, json, used, clock);
  }

  @Bean
  @ConditionalOnMissingBean
  AskedScopes askedScopes(KnownResources resources, Consents consents) {
    return new AskedScopes(resources, consents);
  }

  @Bean
  @ConditionalOnMissingBean
  AuthorizationRequests authorizationRequests(
      RegisteredClientRepository clients,
      Roster roster,
      AskedScopes scopes,
      ObjectProvider<ConsentGuard> guard) {
    return new AuthorizationRequests(
        new RequestedClients(clients, roster), scopes, guard.getIfAvailable(ConsentGuard::none));
  }

  @Bean
  @ConditionalOnMissingBean
  AuthorizationResponses authorizationResponses(
      Roster roster, Consents consents, AuthorizationErrorPage page) {
    var issuer = roster.settings().issuer().toString();
    var trusted = new TrustedRedirects(roster.clients(), consents);
    return new AuthorizationResponses(issuer, page, trusted);
  }

  @Bean
  @ConditionalOnMissingBean
  KeptConsents keptConsents(
      Consents consents, RegisteredClientRepository clients, OAuth2AuthorizationService grants) {
    return new KeptConsents(consents, clients, grants);
  }

  @Bean
  @ConditionalOnMissingBean
  AuthorizationEndpoint authorizationEndpoint(
      AuthorizationRequests requests,
      AuthorizationResponses responses,
      KeptConsents consents,
      Endpoints endpoints) {
    return new AuthorizationEndpoint(requests, responses, consents, endpoints.consent());
  }

  @Bean
  @ConditionalOnMissingBean
  TokenEndpoint tokenEndpoint(OAuth2AuthorizationService grants) {
    return new TokenEndpoint(grants);
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 100)
  @ConditionalOnMissingBean(name = "oauthSecurityFilterChain")
  SecurityFilterChain oauthSecurityFilterChain(
      HttpSecurity http,
      Endpoints endpoints,
      ClientAuthentication clientAuthentication,
      AuthorizationEndpoint authorizationEndpoint,
      TokenEndpoint tokenEndpoint) {
    var errors = new OAuthErrorReplies();
    http.securityMatcher(endpoints.all().toArray(String[]::new))
        .with(
            new OAuth2AuthorizationServerConfigurer(),
            server ->
                server
                    .clientAuthentication(clientAuthentication)
                    .authorizationEndpoint(authorizationEndpoint)
                    .tokenEndpoint(tokenEndpoint)
                    .tokenRevocationEndpoint(revoke -> revoke.errorResponseHandler(errors))
                    .tokenIntrospectionEndpoint(ask -> ask.errorResponseHandler(errors)))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    guard(http, endpoints);
    return http.build();
  }

  private static void guard(HttpSecurity http, Endpoints endpoints) {
    var signIn =
        http.getSharedObject(ApplicationContext.class)
            .getBeanProvider(SignIn.class)
            .getIfAvailable(() -> loginPage(endpoints));
    http.getSharedObject(ApplicationContext.class)
        .getBeanProvider(SecurityContextRepository.class)
        .ifAvailable(
            people -> http.securityContext(context -> context.securityContextRepository(people)));
    var entryPoint = new EntryPoint(endpoints, signIn.page());
    // The only form that comes here is the consent page's, and its state is a token against CSRF.
    http.csrf(AbstractHttpConfigurer::disable)
        .cors(cors -> cors.configurationSource(new OpenCors(endpoints)))
        .headers(headers -> headers.referrerPolicy(p -> p.policy(ReferrerPolicy.NO_REFERRER)))
        .requestCache(cache -> cache.requestCache(signIn.requests()))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(entryPoint))
        .addFilterBefore(new StoreOutage(), DisableEncodeUrlFilter.class)
        .addFilterAfter(new ReadableForms(), StoreOutage.class);
  }

  // Nothing else is worth a session.
  private static SignIn loginPage(Endpoints endpoints) {
    var requests = new HttpSessionRequestCache();
    requests.setRequestMatcher(PathPatternRequestMatcher.pathPattern(endpoints.authorize()));
    return new SignIn(new LoginUrlAuthenticationEntryPoint(endpoints.login()), requests);
  }
}
