package io.roster.server.web;

import io.roster.server.settings.ServerSettings;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** All limits of the public listener in one place. */
public final class PublicListener
    implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
  private static final int MOST_WAITING = 1024;

  private final ServerSettings.Http limits;
  private final RequestFrame frame;

  /** Surrounds every request with this frame. */
  public PublicListener(ServerSettings.Http limits, RequestFrame frame) {
    this.frame = frame;
    this.limits = limits;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addServerCustomizers(this::limit, this::surround);
  }

  private void surround(Server server) {
    frame.setHandler(server.getHandler());
    server.setHandler(frame);
  }

  private void limit(Server server) {
    server.setErrorHandler(new SilentErrors());
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    for (var connector : server.getConnectors()) {
      if (connector instanceof ServerConnector network) {
        network.setAcceptQueueSize(MOST_WAITING);
        network.setIdleTimeout(limits.idleTimeout().toMillis());
        limit(network.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
      }
    }
    for (var context : server.getDescendants(ServletContextHandler.class)) {
      context.setMaxFormContentSize(limits.formSize());
      context.setMaxFormKeys(limits.formKeys());
    }
  }

  private void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(limits.headerSize());
    http.setResponseHeaderSize(limits.headerSize());
    if (!limits.trustedProxies().isEmpty()) {
      http.addCustomizer(new TrustedProxies(limits.trustedProxies()));
    }
  }
}
