package io.roster.server.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.roster.server.e2e.Http;
import io.roster.server.e2e.RunningPostgres;
import io.roster.server.e2e.RunningRoster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator sees of a running server: metrics, traces, request identifiers, health. */
class ObservabilityTest {
  private static final String BODY =
      "{\"redirect_uris\":[\"http://127.0.0.1/callback\"],\"token_endpoint_auth_method\":\"none\"}";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Pattern METRIC = Pattern.compile("\\b(?:dcr|jvm|process|system)_[a-z_]+");

  @Test
  void whatHappensIsCountedTracedAndNamed() throws Exception {
    try (var collector = new Collector();
        var roster = RunningRoster.start(settings(collector))) {
      var registered =
          Http.send(
              Http.postJson(roster.at("/oauth/register"), BODY)
                  .header("X-Request-Id", "of-a-stranger")
                  .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
      var refused = Http.send(Http.postJson(roster.at("/oauth/register"), "{}"));
      var missing = Http.send(Http.get(roster.at("/no/such/page")));

      assertThat(registered.status()).isEqualTo(201);
      var id = registered.header("x-request-id").orElseThrow();
      assertThat(id).isNotEqualTo("of-a-stranger");
      assertThat(refused.header("x-request-id")).isPresent();
      assertThat(missing.status()).isEqualTo(404);
      assertThat(missing.header("x-request-id")).isPresent();
      roster.awaitOutput("\"request_id\":\"" + id + "\"");
      assertThat(roster.command("", "audit", "export")).contains("\"request_id\":\"" + id + "\"");
      assertThat(collector.next("POST registration"))
          .contains("store insert")
          .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1));
      scraped(roster);
    }
  }

  private static void scraped(RunningRoster roster) throws IOException {
    var metrics = Http.send(Http.get(roster.admin("/actuator/prometheus"))).body();
    assertThat(metrics)
        .contains("dcr_clients{source=\"open\",state=\"active\"} 1.0")
        .contains("dcr_store_up 1.0")
        .containsPattern("dcr_registrations_total\\{error=\"none\",method=\"none\",outcome=\"reg")
        .containsPattern("dcr_policy_decisions_total\\{decision=\"rejected\",rule=\"[a-z-]+\"} 1")
        .containsPattern("dcr_http_requests_seconds_count\\{endpoint=\"registration\"")
        .doesNotContain("mcp-client-");
    // Those that count what has not happened here yet.
    var later =
        List.of("dcr_changes_total", "dcr_gc_removed_total", "dcr_webhook_deliveries_total");
    var dashboard = new TreeSet<String>();
    METRIC
        .matcher(Files.readString(Path.of("../docs/operations/grafana.json")))
        .results()
        .forEach(match -> dashboard.add(match.group()));
    dashboard.removeAll(later);
    assertThat(dashboard).hasSizeGreaterThan(5).allMatch(name -> metrics.contains("\n" + name));
    assertThat(Http.send(Http.get(roster.at("/actuator/prometheus"))).status()).isEqualTo(404);
  }

  private static Map<String, String> settings(Collector collector) {
    var settings = new HashMap<String, String>();
    settings.put("ROSTER_TRACING_ENDPOINT", collector.url().toString());
    settings.put("ROSTER_LOG_FORMAT", "json");
    return settings;
  }

  @Test
  void readinessTellsTheTruthAboutTheStoreAndRecoversByItself() {
    try (var postgres = new RunningPostgres();
        var roster = RunningRoster.start(postgres.settings())) {
      // A start has more to do with the store after it first answers.
      roster.awaitOutput(" is ready: ");
      assertThat(status(roster, "readiness")).isEqualTo(200);

      postgres.stop();
      roster.await(() -> status(roster, "readiness") == 503);
      assertThat(status(roster, "liveness")).isEqualTo(200);
      var away = Http.send(Http.postJson(roster.at("/oauth/register"), BODY));
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.header("x-request-id")).isPresent();

      postgres.startAgain();
      roster.await(() -> status(roster, "readiness") == 200);
      roster.await(() -> isTaken(roster));
      assertThat(roster.command("", "audit", "verify")).contains("The audit trail is whole.");
    }
  }

  private static boolean isTaken(RunningRoster roster) {
    try {
      return Http.trySend(Http.postJson(roster.at("/oauth/register"), BODY)).status() == 201;
    } catch (IOException e) {
      return false;
    }
  }

  private static int status(RunningRoster roster, String which) {
    try {
      return Http.trySend(Http.get(roster.admin("/actuator/health/" + which))).status();
    } catch (IOException e) {
      // So many connections at once are refused now and then.
      return 0;
    }
  }

  /** Takes what an OpenTelemetry collector would. */
  private static final class Collector implements AutoCloseable {
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final HttpServer server;

    Collector() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/traces",
          exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            bodies.add(new String(body, StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }

    /** The next batch in which this stands. */
    String next(String text) throws InterruptedException {
      while (true) {
        var body = bodies.poll(60, TimeUnit.SECONDS);
        assertThat(body).isNotNull();
        if (body.contains(text)) {
          return body;
        }
      }
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
