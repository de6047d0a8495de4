package io.roster.server.e2e.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.roster.server.e2e.EndToEnd;
import io.roster.server.e2e.RunningProcess;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * An identity provider without registration, as companies have them: Spring's authorization server
 * with OpenID Connect, which knows one client, Roster, and one person.
 */
public final class IdentityProvider implements AutoCloseable {
  private static final String SECRET = "a secret of Roster's";

  private final int port = RunningProcess.freePort();
  private final ConfigurableApplicationContext context;

  private IdentityProvider(String rosterUrl) {
    var application = new SpringApplication(Configuration.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            port,
            "server.address",
            "127.0.0.1",
            "spring.main.banner-mode",
            "off",
            "spring.config.name",
            "identity-provider",
            "provider.issuer",
            issuer(),
            "provider.redirect-uri",
            rosterUrl + "/login/with/example/callback"));
    this.context = application.run();
  }

  /** Starts one that knows the Roster people find at this URL. */
  public static IdentityProvider startFor(String rosterUrl) {
    return new IdentityProvider(rosterUrl);
  }

  // Another host than Roster's, so that a browser keeps their cookies apart.
  public String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** How Roster is told of it, in its environment. */
  public Map<String, String> settings() {
    return Map.of(
        "ROSTER_SIGNIN_PROVIDERS_EXAMPLE_ISSUER",
        issuer(),
        "ROSTER_SIGNIN_PROVIDERS_EXAMPLE_CLIENTID",
        "roster",
        "ROSTER_SIGNIN_PROVIDERS_EXAMPLE_CLIENTSECRET",
        SECRET,
        "ROSTER_SIGNIN_PROVIDERS_EXAMPLE_NAME",
        "Example Inc.");
  }

  @Override
  public void close() {
    context.close();
  }

  /** What it is made of. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    JettyServletWebServerAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Configuration {
    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
      var server = new OAuth2AuthorizationServerConfigurer();
      return http.securityMatcher(server.getEndpointsMatcher())
          .with(server, each -> each.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .exceptionHandling(
              problems ->
                  problems.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService people() {
      return new InMemoryUserDetailsManager(
          User.withUsername(EndToEnd.USER)
              .password("{noop}" + EndToEnd.PASSWORD)
              .roles("USER")
              .build());
    }

    @Bean
    RegisteredClientRepository clients(@Value("${provider.redirect-uri}") String redirectUri) {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId("1")
              .clientId("roster")
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(redirectUri)
              .scope("openid")
              .scope("email")
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .build());
    }

    @Bean
    AuthorizationServerSettings settings(@Value("${provider.issuer}") String issuer) {
      return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
      return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("k").generate()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> email() {
      return context ->
          context
              .getClaims()
              .claim("email", EndToEnd.USER + "@example.com")
              .claim("email_verified", true);
    }
  }
}
