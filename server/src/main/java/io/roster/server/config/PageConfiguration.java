package io.roster.server.config;

import io.roster.core.Roster;
import io.roster.core.credential.SecretIssuer;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientLookup;
import io.roster.http.limit.SteadyClock;
import io.roster.server.account.ConnectionsPage;
import io.roster.server.account.Passwords;
import io.roster.server.approval.Approvals;
import io.roster.server.approval.HeldBackPage;
import io.roster.server.login.LoginChoices;
import io.roster.server.login.LoginPage;
import io.roster.server.login.LoginThrottle;
import io.roster.server.login.PasswordLogin;
import io.roster.server.login.SessionCookie;
import io.roster.server.login.Sessions;
import io.roster.server.page.ConsentPage;
import io.roster.server.page.ConsentSeal;
import io.roster.server.page.Denial;
import io.roster.server.page.ErrorServlet;
import io.roster.server.page.FrontPage;
import io.roster.server.page.Introductions;
import io.roster.server.page.Pages;
import io.roster.server.page.ProblemPage;
import io.roster.server.page.ScopeWords;
import io.roster.server.settings.ServerSettings;
import io.roster.spring.authorize.ConsentGuard;
import io.roster.spring.consent.Connections;
import io.roster.spring.consent.KeptConsents;
import io.roster.spring.endpoint.Endpoints;
import io.roster.spring.token.KnownResources;
import io.roster.store.account.SessionStore;
import io.roster.store.account.UserStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.thymeleaf.ITemplateEngine;

/** The pages for people, and which address shows which. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
  private static final int MOST_FAILURES = 100_000;

  @Bean
  Sessions sessions(
      SessionStore store, UserStore users, InstantSource clock, RegistrationSettings registration) {
    boolean secure = "https".equals(registration.issuer().getScheme());
    var values = new SecretIssuer(new SecureRandom());
    return new Sessions(store, users, values, clock, new SessionCookie(secure));
  }

  @Bean
  PasswordLogin passwordLogin(UserStore users) {
    var throttle = new LoginThrottle(new SteadyClock(), MOST_FAILURES);
    return new PasswordLogin(users, Passwords.encoder(), throttle);
  }

  @Bean
  ProblemPage problemPage(ITemplateEngine templates) {
    return new ProblemPage(templates);
  }

  @Bean
  HeldBackPage authorizationErrorPage(
      ProblemPage problems,
      ITemplateEngine templates,
      Endpoints endpoints,
      ServerSettings settings,
      InstantSource clock) {
    return new HeldBackPage(problems, templates, endpoints, settings.approvalContact(), clock);
  }

  @Bean
  Approvals approvals(Roster roster, InstantSource clock) {
    return new Approvals(roster.clients(), clock);
  }

  @Bean
  ScopeWords scopeWords(ServerSettings settings, KnownResources resources) {
    return new ScopeWords(settings.scopeMeanings(), resources);
  }

  @Bean
  ConsentPage consentPage(
      OAuth2AuthorizationService grants,
      ClientLookup clients,
      KeptConsents consents,
      ConsentPage.Words words,
      Endpoints endpoints) {
    return new ConsentPage(grants, clients, consents, words, endpoints);
  }

  @Bean
  ConsentPage.Words consentWords(
      Profiles profiles, ScopeWords scopes, Sessions sessions, InstantSource clock) {
    return new ConsentPage.Words(
        new Introductions(profiles, clock), scopes, new ConsentSeal(sessions::seal));
  }

  @Bean
  ConnectionsPage connectionsPage(
      Connections connections, ClientLookup clients, ScopeWords words, InstantSource clock) {
    return new ConnectionsPage(connections, clients, words, clock);
  }

  @Bean
  ServletRegistrationBean<ErrorServlet> errorServlet(ProblemPage page) {
    return new ServletRegistrationBean<>(new ErrorServlet(page), ErrorServlet.PATH);
  }

  @Bean
  ErrorPageRegistrar errorPage() {
    return registry -> registry.addErrorPages(new ErrorPage(ErrorServlet.PATH));
  }

  @Bean
  ConsentGuard consentGuard(ClientLookup clients, ConsentPage.Words words) {
    return form -> words.seal().isWhole(form, clients);
  }

  @Bean
  FilterRegistrationBean<Denial> denial(Endpoints endpoints) {
    var registration = new FilterRegistrationBean<>(new Denial(endpoints));
    registration.addUrlPatterns(endpoints.authorize());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  @Bean
  LoginPage loginPage(
      PasswordLogin login, Sessions sessions, Endpoints endpoints, LoginChoices choices) {
    return new LoginPage(login, sessions, endpoints, choices);
  }

  @Bean
  FrontPage frontPage(Endpoints endpoints, RegistrationSettings registration) {
    return new FrontPage(endpoints, registration);
  }

  /** What needs nobody to be signed in. */
  record Other(FrontPage front, Approvals approvals) {}

  @Bean
  Other others(FrontPage front, Approvals approvals) {
    return new Other(front, approvals);
  }

  @Bean
  RouterFunction<ServerResponse> pageRoutes(
      Endpoints endpoints,
      LoginPage signIn,
      ConsentPage consent,
      ConnectionsPage connections,
      Other others) {
    return RouterFunctions.route()
        .GET(endpoints.login(), signIn::show)
        .POST(endpoints.login(), signIn::signIn)
        .POST(Pages.SIGN_OUT, signIn::signOut)
        .GET(endpoints.consent(), consent::show)
        .GET(Pages.CONNECTIONS, connections::show)
        .POST(Pages.CONNECTIONS, connections::end)
        .GET(Approvals.path(endpoints), others.approvals()::ask)
        .GET(Approvals.SCRIPT, others.approvals()::script)
        .GET(Pages.FRONT, others.front()::show)
        .GET(Pages.STYLE, others.front()::style)
        .build();
  }
}
