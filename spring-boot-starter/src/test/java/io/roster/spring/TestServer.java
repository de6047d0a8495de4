package io.roster.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** An application with the starter, two people and nothing else. */
@SpringBootApplication
public class TestServer {
  public TestServer() {}

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        User.withUsername("alice").password("{noop}wonderland").roles("USER").build(),
        User.withUsername("bob").password("{noop}builder").roles("USER").build());
  }

  @Bean
  TlsListener tlsListener() {
    return new TlsListener();
  }

  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> tls(TlsListener listener) {
    return factory -> factory.addServerCustomizers(listener::addTo);
  }
}
