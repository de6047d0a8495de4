package io.roster.spring.config;

import io.roster.core.Roster;
import io.roster.core.access.InitialAccess;
import io.roster.core.cimd.DocumentDoor;
import io.roster.core.consent.ConsentStore;
import io.roster.core.credential.Digester;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.grant.GrantStore;
import io.roster.core.metadata.Scope;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.profile.Profiles;
import io.roster.core.registration.Registrar.Stores;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.statement.SoftwareStatements;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InitialTokenStore;
import io.roster.http.RegistrationServlet;
import io.roster.http.Routes;
import io.roster.http.limit.RegistrationLimits;
import io.roster.http.limit.SteadyClock;
import io.roster.spring.config.RosterProperties.Registration.Mode;
import io.roster.spring.endpoint.Endpoints;
import io.roster.spring.endpoint.LegacyPaths;
import io.roster.spring.endpoint.RegistrationMount;
import io.roster.spring.endpoint.ServerMetadata;
import io.roster.spring.grant.EndGrants;
import io.roster.spring.upkeep.Nodes;
import io.roster.spring.upkeep.Upkeep;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The registry and its endpoints; every part backs off from one of the user's own. */
@AutoConfiguration(after = RosterStoreAutoConfiguration.class)
@EnableConfigurationProperties({
  RosterProperties.class,
  LifeCycleProperties.class,
  PolicyProperties.class,
  RateLimitProperties.class,
  ResourceProperties.class
})
public class RosterAutoConfiguration {
  public RosterAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  RegistrationSettings rosterSettings(
      RosterProperties properties,
      PolicyProperties policies,
      LifeCycleProperties lifeCycle,
      Environment environment) {
    var issuer = URI.create("http://localhost:" + environment.getProperty("server.port", "8080"));
    var settings =
        properties.toRegistrationSettings(
            issuer,
            lifeCycle.toSettings(
                properties.clientSecretOverlap(), properties.registrationTokenRotation()));
    return policies.over(settings);
  }

  @Bean
  @ConditionalOnMissingBean
  Digester rosterDigester(RosterProperties properties) {
    var pepper = properties.pepper();
    return pepper == null ? Digester.withoutPepper() : Digester.withPepper(pepper);
  }

  @Bean
  EndGrants endGrants(GrantStore grants, ConsentStore consents) {
    return new EndGrants(grants, consents);
  }

  @Bean
  Stores rosterStores(ClientStore clients, InitialTokenStore tokens) {
    return new Stores(clients, tokens);
  }

  /** Takes every {@link ClientEvents} and {@link RegistrationPolicy} among the beans. */
  @Bean
  @ConditionalOnMissingBean
  Roster roster(
      RegistrationSettings settings,
      Stores stores,
      Digester digester,
      InstantSource clock,
      Extensions extensions) {
    var builder =
        Roster.builder(settings)
            .stores(stores.clients(), stores.tokens())
            .profiles(extensions.profiles())
            .statements(extensions.statements())
            .digester(digester)
            .clock(clock)
            .events(extensions::publish)
            .policies(extensions.policies());
    extensions.door().ifPresent(builder::documents);
    return builder.build();
  }

  @Bean
  Extensions rosterExtensions(
      ObjectProvider<ClientEvents> events,
      ObjectProvider<RegistrationPolicy> policies,
      ObjectProvider<Profiles> profiles,
      ObjectProvider<SoftwareStatements> statements,
      ObjectProvider<DocumentDoor> door) {
    return new Extensions(
        events.orderedStream().toList(),
        policies.orderedStream().toList(),
        profiles.getIfAvailable(Profiles::none),
        statements.getIfAvailable(SoftwareStatements::ignored),
        door.stream().findFirst());
  }

  /** What the user's beans add to the registry. */
  record Extensions(
      List<ClientEvents> events,
      List<RegistrationPolicy> policies,
      Profiles profiles,
      SoftwareStatements statements,
      Optional<DocumentDoor> door) {
    Extensions {
      events = List.copyOf(events);
      policies = List.copyOf(policies);
    }

    void publish(ClientEvent event) {
      events.forEach(sink -> sink.publish(event));
    }
  }

  @Bean
  @ConditionalOnMissingBean
  Upkeep upkeep(
      Roster roster, GrantStore grants, ConsentStore consents, LifeCycleProperties properties) {
    return new Upkeep(roster, grants, consents, properties.purgeInterval());
  }

  @Bean
  @ConditionalOnMissingBean
  InitialAccess initialAccess(RosterProperties properties, Roster roster) {
    return switch (properties.registration().mode()) {
      case OPEN -> InitialAccess.open(roster.initialTokens());
      case TOKEN -> InitialAccess.byToken(roster.initialTokens());
      case CLOSED -> InitialAccess.closed();
    };
  }

  @Bean
  @ConditionalOnMissingBean
  ServerMetadata serverMetadata(
      RegistrationSettings settings,
      RosterProperties properties,
      ResourceProperties resources,
      Roster roster) {
    boolean open = properties.registration().mode() != Mode.CLOSED;
    var more = resources.offlineAccess().with(Scope.of(""), true);
    return new ServerMetadata(settings, open, roster.documents().isPresent(), more);
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(name = "roster.rate-limit.enabled", matchIfMissing = true)
  RegistrationLimits registrationLimits(RateLimitProperties limits, Nodes nodes) {
    return new RegistrationLimits(limits.toRateLimits(), new SteadyClock(), nodes::count);
  }

  @Bean
  @ConditionalOnMissingBean
  RegistrationServlet registrationServlet(
      Roster roster,
      InitialAccess access,
      ServerMetadata metadata,
      ObjectProvider<RegistrationLimits> limited) {
    var documents = metadata.byPath();
    var limits = limited.getIfAvailable();
    return new RegistrationServlet(
        limits == null
            ? new Routes(roster, access, documents)
            : new Routes(roster, access, documents, limits));
  }

  @Bean
  FilterRegistrationBean<RegistrationMount> registrationMount(
      RegistrationServlet servlet, RegistrationSettings settings, ServerMetadata metadata) {
    var mount = new RegistrationMount(servlet, settings, metadata.byPath().keySet());
    var registration = new FilterRegistrationBean<>(mount);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    registration.setAsyncSupported(true);
    return registration;
  }

  // Before the endpoints themselves, which see their own path.
  @Bean
  @ConditionalOnProperty("roster.legacy-paths")
  FilterRegistrationBean<LegacyPaths> legacyPaths(
      RegistrationSettings settings, Environment environment) {
    var contextPath = environment.getProperty("server.servlet.context-path", "");
    var registration =
        new FilterRegistrationBean<>(new LegacyPaths(Endpoints.of(settings, contextPath)));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setAsyncSupported(true);
    return registration;
  }
}
