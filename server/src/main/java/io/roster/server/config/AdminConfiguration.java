package io.roster.server.config;

import io.roster.core.Roster;
import io.roster.core.consent.ConsentStore;
import io.roster.core.grant.GrantStore;
import io.roster.core.profile.Profiles;
import io.roster.core.store.ClientStore;
import io.roster.server.account.Administrators;
import io.roster.server.account.Passwords;
import io.roster.server.admin.AdminAccess;
import io.roster.server.admin.AdminApi;
import io.roster.server.admin.AdminListener;
import io.roster.server.admin.health.StoreProbe;
import io.roster.server.admin.setting.SettingsInForce;
import io.roster.server.admin.watch.AuditResource;
import io.roster.server.admin.watch.WebhooksResource;
import io.roster.server.api.Dispatcher;
import io.roster.server.api.Idempotency;
import io.roster.server.console.ConsolePages;
import io.roster.server.console.frame.Frame;
import io.roster.server.data.DataDirectory;
import io.roster.server.data.LocalCredential;
import io.roster.server.login.LoginThrottle;
import io.roster.server.login.PasswordLogin;
import io.roster.server.metric.Metrics;
import io.roster.server.settings.ServerSettings;
import io.roster.server.webhook.Deliverer;
import io.roster.spring.config.StatementProperties;
import io.roster.store.account.JdbcApiTokenStore;
import io.roster.store.account.UserStore;
import io.roster.store.audit.AuditTrail;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Verifier;
import io.roster.store.client.ClientFigures;
import io.roster.store.idempotency.JdbcIdempotencyStore;
import io.roster.store.sql.Database;
import io.roster.store.webhook.Outbox;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.thymeleaf.ITemplateEngine;

/** What is only for administrators, on a listener of its own. */
@Configuration(proxyBeanMethods = false)
class AdminConfiguration {
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_FAILURES = 10_000;
  private static final int MOST_KEYS = 10_000;

  @Bean
  LocalCredential localCredential(DataDirectory directory) {
    return new LocalCredential(directory, new SecureRandom());
  }

  @Bean
  Administrators administrators(
      UserStore users, Database database, Roster roster, AuditWriter audit, InstantSource clock) {
    var tokens = new JdbcApiTokenStore(database, audit);
    return new Administrators(users, tokens, roster.digester(), clock, new SecureRandom());
  }

  /** Failures on the public pages keep nobody from administering. */
  @Bean
  AdminAccess adminAccess(
      LocalCredential local, Administrators people, UserStore users, InstantSource clock) {
    var throttle = new LoginThrottle(clock, MOST_FAILURES);
    return new AdminAccess(local, people, new PasswordLogin(users, Passwords.encoder(), throttle));
  }

  @Bean
  AdminApi.Parts adminParts(
      Roster roster,
      AdminApi.Granted granted,
      Administrators people,
      Known known,
      Watched watched) {
    return new AdminApi.Parts(
        roster,
        granted,
        watched.figures(),
        people,
        known.profiles(),
        known.statements(),
        watched.audit(),
        watched.webhooks(),
        known.settings());
  }

  @Bean
  AdminApi.Granted granted(GrantStore grants, ConsentStore consents) {
    return new AdminApi.Granted(grants, consents);
  }

  /** What is kept of what happened, and who is told. */
  record Watched(ClientFigures figures, AuditResource audit, WebhooksResource webhooks) {}

  @Bean
  Watched watched(
      Database database, AuditTrail trail, Verifier verifier, Deliverer deliverer, Outbox outbox) {
    return new Watched(
        new ClientFigures(database),
        new AuditResource(trail, verifier),
        new WebhooksResource(deliverer, outbox));
  }

  /** Whom the server knows by its settings. */
  record Known(Profiles profiles, StatementProperties statements, SettingsInForce settings) {}

  @Bean
  Known known(
      Profiles profiles, StatementProperties statements, ConfigurableEnvironment environment) {
    return new Known(profiles, statements, new SettingsInForce(environment));
  }

  @Bean
  Dispatcher adminApi(AdminApi.Parts parts, Database database, InstantSource clock) {
    var keys = new JdbcIdempotencyStore(database, MOST_KEYS);
    return AdminApi.over(parts, new Idempotency(keys, clock));
  }

  @Bean
  StoreProbe storeProbe(ClientStore clients) {
    return new StoreProbe(clients, PROBE_PATIENCE);
  }

  @Bean
  AdminListener adminListener(
      ServerSettings settings,
      AdminListener.Reports reports,
      AdminListener.Inside inside,
      LocalCredential credential) {
    return new AdminListener(settings.admin(), reports, inside, credential);
  }

  @Bean
  AdminListener.Inside insideAdmin(
      Dispatcher api,
      AdminAccess access,
      Administrators people,
      InstantSource clock,
      ITemplateEngine templates) {
    var doorway = new Frame.Doorway(access, people, clock);
    var console = new Frame(doorway, api, ConsolePages.all(clock), templates);
    return new AdminListener.Inside(api, access, console);
  }

  @Bean
  AdminListener.Reports adminReports(StoreProbe store, Metrics metrics) {
    return new AdminListener.Reports(store, metrics);
  }

  @Bean
  ApplicationListener<ContextClosedEvent> draining(AdminListener admin) {
    return event -> admin.drain();
  }
}
