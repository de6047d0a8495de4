package io.roster.server.config;

import io.roster.core.Roster;
import io.roster.core.store.ClientStore;
import io.roster.server.admin.AdminApi;
import io.roster.server.admin.AdminListener;
import io.roster.server.admin.StoreProbe;
import io.roster.server.data.DataDirectory;
import io.roster.server.data.LocalCredential;
import io.roster.server.settings.ServerSettings;
import io.roster.server.web.PublicListener;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** The two listeners. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(2);

  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> publicListener(ServerSettings settings) {
    return new PublicListener(settings.http());
  }

  @Bean
  LocalCredential localCredential(DataDirectory directory) {
    return new LocalCredential(directory, new SecureRandom());
  }

  @Bean
  AdminApi adminApi(Roster roster, InstantSource clock) {
    return new AdminApi(roster, clock);
  }

  @Bean
  AdminListener adminListener(
      ServerSettings settings, ClientStore clients, AdminApi api, LocalCredential credential) {
    var probe = new StoreProbe(clients, PROBE_PATIENCE);
    return new AdminListener(settings.admin(), probe, api, credential);
  }

  @Bean
  ApplicationListener<ContextClosedEvent> draining(AdminListener admin) {
    return event -> admin.drain();
  }
}
