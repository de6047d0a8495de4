package io.roster.server.config;

import io.roster.core.settings.RegistrationSettings;
import io.roster.server.login.Continuation;
import io.roster.server.login.Sessions;
import io.roster.server.page.Pages;
import io.roster.spring.endpoint.Endpoints;
import io.roster.spring.endpoint.SignIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may see which page, and how forms are kept from being sent by others. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
  /** The request to come back to travels in the login page's address, not in a session. */
  @Bean
  SignIn signIn(Endpoints endpoints) {
    return new SignIn(
        (request, response, problem) -> {
          response.setStatus(HttpServletResponse.SC_SEE_OTHER);
          response.setHeader("Cache-Control", "no-store");
          response.setHeader("Location", Continuation.loginPageFor(request, endpoints));
        },
        new NullRequestCache());
  }

  @Bean
  @Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
  SecurityFilterChain pageSecurityChain(
      HttpSecurity http,
      Endpoints endpoints,
      RegistrationSettings registration,
      SignIn signIn,
      Sessions sessions) {
    boolean secure = "https".equals(registration.issuer().getScheme());
    return http.authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(endpoints.consent(), Pages.CONNECTIONS)
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(secure)))
        .securityContext(context -> context.securityContextRepository(sessions))
        .requestCache(cache -> cache.requestCache(signIn.requests()))
        .exceptionHandling(problems -> problems.authenticationEntryPoint(signIn.page()))
        // Each page writes its own.
        .headers(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static CookieCsrfTokenRepository csrfCookie(boolean secure) {
    var cookie = new CookieCsrfTokenRepository();
    cookie.setCookieName(secure ? "__Host-roster-form" : "roster-form");
    cookie.setCookieCustomizer(c -> c.path("/").httpOnly(true).secure(secure).sameSite("Lax"));
    return cookie;
  }
}
