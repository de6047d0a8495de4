package io.roster.server.config;

import io.roster.server.settings.ServerSettings;
import io.roster.server.signin.SignInSettings;
import io.roster.spring.audit.RosterAuditAutoConfiguration;
import io.roster.spring.config.RosterAutoConfiguration;
import io.roster.spring.config.RosterDocumentsAutoConfiguration;
import io.roster.spring.config.RosterOAuthAutoConfiguration;
import io.roster.spring.config.RosterProfilesAutoConfiguration;
import io.roster.spring.config.RosterRemoteAutoConfiguration;
import io.roster.spring.config.RosterSecurityAutoConfiguration;
import io.roster.spring.config.RosterStoreAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The whole server. What it is made of is listed, not searched for: to consider everything on the
 * class path would take a third of the start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  JettyServletWebServerAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  RosterAuditAutoConfiguration.class,
  RosterAutoConfiguration.class,
  RosterDocumentsAutoConfiguration.class,
  RosterOAuthAutoConfiguration.class,
  RosterProfilesAutoConfiguration.class,
  RosterRemoteAutoConfiguration.class,
  RosterSecurityAutoConfiguration.class,
  RosterStoreAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SslAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
@EnableConfigurationProperties({ServerSettings.class, SignInSettings.class})
@Import({
  StoreConfiguration.class,
  ObservationConfiguration.class,
  WebConfiguration.class,
  AdminConfiguration.class,
  PageConfiguration.class,
  PageSecurity.class,
  SignInConfiguration.class
})
public class ServerConfiguration {
  public ServerConfiguration() {}
}
