package io.roster.spring;

import io.roster.testkit.TestCertificates;
import io.roster.testkit.TestCertificates.Identity;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A second connector that asks callers for a certificate of the test's own authority. */
final class TlsListener {
  private final TestCertificates authority = new TestCertificates();
  private Optional<ServerConnector> connector = Optional.empty();

  void addTo(Server server) {
    var ssl = new SslContextFactory.Server();
    ssl.setSslContext(authority.contextOf(authority.issue("CN=localhost", "dns:localhost")));
    ssl.setWantClientAuth(true);
    var http = new HttpConfiguration();
    http.addCustomizer(new SecureRequestCustomizer(false));
    var listener =
        new ServerConnector(
            server,
            new SslConnectionFactory(ssl, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(http));
    server.addConnector(listener);
    connector = Optional.of(listener);
  }

  int port() {
    return connector.orElseThrow().getLocalPort();
  }

  Identity issue(String subject, String... alternatives) {
    return authority.issue(subject, alternatives);
  }

  SSLContext contextOf(Identity identity) {
    return authority.contextOf(identity);
  }
}
