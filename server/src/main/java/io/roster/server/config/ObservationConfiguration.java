package io.roster.server.config;

import io.roster.core.cimd.Documents;
import io.roster.core.event.ClientEvents;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.server.metric.ClientMetrics;
import io.roster.server.metric.HttpMetrics;
import io.roster.server.metric.Metrics;
import io.roster.server.metric.ObservedClientStore;
import io.roster.server.metric.ObservedDocuments;
import io.roster.server.metric.RosterGauges;
import io.roster.server.settings.ClientPages;
import io.roster.server.trace.Traces;
import io.roster.server.trace.Tracing;
import io.roster.server.trace.TracingSettings;
import io.roster.server.webhook.Deliverer;
import io.roster.server.webhook.WebhookSettings;
import io.roster.store.audit.AuditTrail;
import io.roster.store.sql.Database;
import io.roster.store.webhook.Outbox;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted, timed and traced. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TracingSettings.class, WebhookSettings.class})
class ObservationConfiguration {
  @Bean(destroyMethod = "close")
  Metrics metrics() {
    return new Metrics();
  }

  @Bean(destroyMethod = "close")
  Traces traces(TracingSettings settings) {
    return Tracing.by(settings);
  }

  @Bean
  HttpMetrics httpMetrics(Metrics metrics) {
    return new HttpMetrics(metrics.registry());
  }

  @Bean
  ClientEvents clientMetrics(Metrics metrics, Profiles profiles) {
    return new ClientMetrics(metrics.registry(), profiles);
  }

  @Bean
  RosterGauges rosterGauges(
      Metrics metrics, Database database, AuditTrail trail, InstantSource clock) {
    var gauges = new RosterGauges(database, trail, clock);
    gauges.bindTo(metrics.registry());
    return gauges;
  }

  @Bean
  Outbox webhookOutbox(Database database, InstantSource clock) {
    return new Outbox(database, clock);
  }

  @Bean
  Deliverer webhookDeliverer(
      WebhookSettings settings,
      Deliverer.Work work,
      RegistrationSettings registration,
      ClientPages pages) {
    return new Deliverer(settings, work, registration.issuer(), pages);
  }

  @Bean
  Deliverer.Work webhookWork(
      Outbox outbox, AuditTrail trail, ClientStore leases, InstantSource clock, Metrics metrics) {
    return new Deliverer.Work(outbox, trail, leases, clock, metrics.registry());
  }

  /** Whoever asks for the store, or for documents, gets what is watched. */
  @Bean
  static BeanPostProcessor observedStore(
      ObjectProvider<Metrics> metrics, ObjectProvider<Traces> traces) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
          case ClientStore store ->
              new ObservedClientStore(store, metrics.getObject().registry(), traces.getObject());
          case Documents documents ->
              new ObservedDocuments(documents, metrics.getObject().registry(), traces.getObject());
          default -> bean;
        };
      }
    };
  }
}
