package io.roster.server.config;

import io.roster.core.credential.SecretIssuer;
import io.roster.core.settings.RegistrationSettings;
import io.roster.remote.fetch.Trust;
import io.roster.server.login.LoginChoices;
import io.roster.server.login.LoginPage;
import io.roster.server.login.LoginThrottle;
import io.roster.server.login.Sessions;
import io.roster.server.signin.Admission;
import io.roster.server.signin.Door;
import io.roster.server.signin.SignInPages;
import io.roster.server.signin.SignInSettings;
import io.roster.spring.config.RemoteProperties;
import io.roster.spring.endpoint.Endpoints;
import io.roster.store.account.IdentityStore;
import io.roster.store.account.UserStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Signing in with identity providers elsewhere, where there are any. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
  private static final int MOST_FAILURES = 10_000;

  @Bean
  LoginChoices loginChoices(SignInSettings settings) {
    var others =
        settings.providers().entrySet().stream()
            .map(
                provider ->
                    new LoginChoices.Elsewhere(
                        provider.getValue().name().orElse(provider.getKey()),
                        SignInPages.BEGIN.replace("{name}", provider.getKey())))
            .toList();
    return new LoginChoices(settings.passwords(), others);
  }

  @Bean
  Admission admission(IdentityStore identities, UserStore users, InstantSource clock) {
    return new Admission(identities, users, clock);
  }

  @Bean
  Door.Surroundings signInSurroundings(
      RegistrationSettings registration, RemoteProperties remote, InstantSource clock) {
    var secrets = new SecretIssuer(new SecureRandom());
    var certificates = Optional.ofNullable(remote.trustedCertificates());
    return new Door.Surroundings(
        registration.issuer(), secrets, clock, () -> Trust.of(certificates));
  }

  @Bean
  SignInPages signInPages(
      SignInSettings settings, Door.Surroundings surroundings, SignInPages.Parts parts) {
    var doors = new LinkedHashMap<String, Door>();
    settings
        .providers()
        .forEach((name, provider) -> doors.put(name, Door.to(name, provider, surroundings)));
    return new SignInPages(doors, parts);
  }

  @Bean
  SignInPages.Parts signInParts(
      LoginPage login,
      Sessions sessions,
      Endpoints endpoints,
      InstantSource clock,
      Admission admission) {
    return new SignInPages.Parts(
        login, sessions, endpoints, new LoginThrottle(clock, MOST_FAILURES), admission);
  }

  @Bean
  RouterFunction<ServerResponse> signInRoutes(SignInPages pages) {
    return RouterFunctions.route()
        .GET(SignInPages.BEGIN, pages::begin)
        .GET(SignInPages.RETURN, pages::comeBack)
        .build();
  }
}
