package io.roster.server.config;

import io.roster.server.settings.ServerSettings;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The whole server. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {ErrorMvcAutoConfiguration.class, MultipartAutoConfiguration.class})
@EnableConfigurationProperties(ServerSettings.class)
@Import({
  StoreConfiguration.class,
  WebConfiguration.class,
  PageConfiguration.class,
  PageSecurity.class
})
public class ServerConfiguration {
  public ServerConfiguration() {}
}
