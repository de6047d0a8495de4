package io.roster.server.admin;

import io.roster.server.admin.health.HealthReport;
import io.roster.server.admin.health.StoreProbe;
import io.roster.server.api.Dispatcher;
import io.roster.server.data.LocalCredential;
import io.roster.server.data.Refusal;
import io.roster.server.metric.Metrics;
import io.roster.server.metric.Scraping;
import io.roster.server.settings.ServerSettings;
import io.roster.server.web.NamedCalls;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.context.SmartLifecycle;

/**
 * The operator's own listener, on another port than the public one. A second small web server costs
 * less at start than a second application context.
 */
public final class AdminListener implements SmartLifecycle {
  private static final int MOST_THREADS = 16;
  private static final int MOST_WAITING = 64;
  private static final int LARGEST_HEADER = 8192;
  private static final long IDLE_MILLIS = 10_000;

  private final Server server;
  private final ServerConnector connector;
  private final LocalCredential credential;
  private volatile boolean accepting;

  /** What everyone may ask who can reach it. */
  public record Reports(StoreProbe store, Metrics metrics) {}

  /** What only administrators may use: the API, and the console for browsers. */
  public record Inside(Dispatcher api, AdminAccess access, Handler console) {}

  /** Serves health to everyone who can reach it, and the rest to whoever may use it. */
  public AdminListener(
      ServerSettings.Admin settings, Reports reports, Inside inside, LocalCredential credential) {
    var threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("admin");
    this.server = new Server(threads);
    this.connector = connector(server, settings);
    server.addConnector(connector);
    this.credential = credential;
    var health = new HealthReport(reports.store()::answers, () -> accepting);
    var gate = new AdminGate(health, inside, settings.address());
    server.setHandler(new NamedCalls(new Scraping(reports.metrics(), gate)));
  }

  /** The port it really listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void start() {
    try {
      server.start();
      credential.publish(connector.getHost(), port());
    } catch (Exception e) {
      throw new Refusal(
          "the admin port "
              + connector.getPort()
              + " can't be opened ("
              + e.getMessage()
              + "); choose another with --admin-port");
    }
  }

  @Override
  public void stop() {
    try {
      credential.withdraw();
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the admin listener didn't stop", e);
    }
  }

  /** From now on says that requests may come: all that a start does has worked. */
  public void accept() {
    accepting = true;
  }

  /** From now on says that no more requests should come. */
  public void drain() {
    accepting = false;
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }

  // Before the public listener opens, and after it has closed: health is told to the very end.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  private static ServerConnector connector(Server server, ServerSettings.Admin settings) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LARGEST_HEADER);
    // A client's identifier may be a URL; the gate decodes each segment by itself.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "identifiers",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(MOST_WAITING);
    return connector;
  }
}
