package io.roster.server.web;

import io.roster.server.settings.ServerSettings;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.Session.SessionTrackingMode;

/** All limits of the public listener, and its session cookie, in one place. */
public final class PublicListener
    implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
  private static final int MOST_WAITING = 1024;
  private static final Duration SESSION = Duration.ofMinutes(30);

  private final ServerSettings.Http limits;
  private final boolean secure;

  /** Cookies are sent over TLS only where the issuer is an https URL. */
  public PublicListener(ServerSettings.Http limits, boolean secure) {
    this.limits = limits;
    this.secure = secure;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addServerCustomizers(this::limit);
    var session = factory.getSettings().getSession();
    session.setTimeout(SESSION);
    session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    var cookie = session.getCookie();
    // The prefix makes browsers refuse the cookie from anything but this very host, over TLS.
    cookie.setName(secure ? "__Host-roster" : "roster");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.LAX);
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
