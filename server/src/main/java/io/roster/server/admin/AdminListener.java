package io.roster.server.admin;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.data.Refusal;
import io.roster.server.settings.ServerSettings;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
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
  private volatile boolean accepting;

  public AdminListener(ServerSettings.Admin settings, StoreProbe store) {
    var threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("admin");
    this.server = new Server(threads);
    this.connector = connector(server, settings);
    server.addConnector(connector);
    server.setHandler(new Endpoint(new HealthReport(store::answers, () -> accepting)));
  }

  /** The port it really listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void start() {
    try {
      server.start();
      accepting = true;
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
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the admin listener didn't stop", e);
    }
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
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(MOST_WAITING);
    return connector;
  }

  /** Answers health and nothing else. */
  private static final class Endpoint extends Handler.Abstract {
    private final HealthReport health;
    private final JacksonJson json = new JacksonJson();

    Endpoint(HealthReport health) {
      this.health = health;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      var answer =
          health
              .answer(Request.getPathInContext(request))
              .orElseGet(
                  () ->
                      new HealthReport.Answer(
                          404, new Json.Members(Map.of("error", Json.of("not_found")))));
      response.setStatus(answer.status());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      response.write(true, ByteBuffer.wrap(json.bytes(answer.body())), callback);
      return true;
    }
  }
}
