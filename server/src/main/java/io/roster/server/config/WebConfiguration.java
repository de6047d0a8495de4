package io.roster.server.config;

import io.roster.server.metric.HttpMetrics;
import io.roster.server.settings.ServerSettings;
import io.roster.server.trace.Traces;
import io.roster.server.web.PublicListener;
import io.roster.server.web.RequestFrame;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public listener. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> publicListener(
      ServerSettings settings, HttpMetrics metrics, Traces traces) {
    var frame = new RequestFrame(metrics, traces, settings.http().trustedProxies());
    return new PublicListener(settings.http(), frame);
  }
}
