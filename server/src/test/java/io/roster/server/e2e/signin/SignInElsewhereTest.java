package io.roster.server.e2e.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.e2e.Balancer;
import io.roster.server.e2e.Checkout;
import io.roster.server.e2e.EndToEnd;
import io.roster.server.e2e.RealBrowser;
import io.roster.server.e2e.RunningProcess;
import io.roster.server.e2e.RunningRoster;
import io.roster.testkit.HttpsHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Roster in front of an identity provider that lets no client register: the official SDKs register
 * here, the person signs in there, and nothing of theirs reaches the MCP server. The issuer has a
 * path, as a company's would.
 */
@ExtendWith(EndToEnd.class)
class SignInElsewhereTest {
  private static final int STEPS = 16;
  private static final int SCENES = 2;
  private static final int WIDTHS = 2;

  private static final String DOCUMENT = "/client.json";
  private static final String NAME = "client.example";

  private static Balancer address;
  private static HttpsHost publisher;
  private static IdentityProvider provider;
  private static RunningRoster roster;
  private static RunningProcess mcpServer;
  private static String mcpUrl;

  @BeforeAll
  static void startAll(@TempDir Path directory) throws IOException {
    address = new Balancer();
    publisher = new HttpsHost(NAME);
    var url = "http://localhost:" + address.port();
    provider = IdentityProvider.startFor(url);
    var settings = new HashMap<>(provider.settings());
    settings.put("ROSTER_ISSUER", url + "/tenant");
    settings.put("ROSTER_LEGACY_PATHS", "true");
    settings.put("ROSTER_SIGNIN_PASSWORDS", "false");
    settings.putAll(reading(publisher, directory));
    roster = RunningRoster.start(settings);
    address.use(roster);
    int port = RunningProcess.freePort();
    mcpUrl = "http://localhost:" + port + "/mcp";
    mcpServer =
        RunningProcess.start(
            Checkout.newDirectory("mcp-server").resolve("log"),
            Map.of(),
            List.of(
                "./examples/mcp-server/run",
                "--port",
                String.valueOf(port),
                "--issuer",
                roster.issuer().toString()));
    mcpServer.awaitReady(URI.create(mcpUrl).resolve("/.well-known/oauth-protected-resource"));
  }

  @AfterAll
  static void stopAll() {
    mcpServer.terminate();
    roster.close();
    provider.close();
    address.close();
    publisher.close();
  }

  /** How a server is told where the client's document is, and whom to trust for it. */
  private static Map<String, String> reading(HttpsHost host, Path directory) throws IOException {
    var names = Files.writeString(directory.resolve("hosts"), "127.0.0.1 " + NAME + "\n");
    var authority = Files.writeString(directory.resolve("authority.pem"), host.authorityPem());
    return Map.of(
        "ROSTER_JAVA_OPTS",
        "-XX:TieredStopAtLevel=1 -Djdk.net.hosts.file=" + names,
        "ROSTER_REMOTE_ALLOWEDNETWORKS",
        "127.0.0.0/8",
        "ROSTER_REMOTE_TRUSTEDCERTIFICATES",
        authority.toString(),
        "ROSTER_REMOTE_PORTS",
        String.valueOf(host.port()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void theWholeLifeOfAnSdkClientWorks(String sdk) {
    var flow =
        node(
            "flow.mjs",
            Map.of(
                "SDK",
                sdk,
                "AUTH_METHOD",
                "none",
                "MCP_URL",
                mcpUrl,
                "SUBJECT",
                "example:" + EndToEnd.USER));

    assertThat(flow.lines().filter(line -> line.startsWith("ok "))).hasSize(STEPS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void anSdkClientThatCouldTakeEitherDoorTakesTheDocumentsByTheMetadataAlone(String sdk) {
    var url = publish();

    var flow = throughADoor(sdk);

    assertThat(flow).contains("ok      as " + url + "\n");
  }

  @Test
  void whereDocumentsDoNotCountTheSameClientRegisters() {
    var settings = new HashMap<>(provider.settings());
    settings.put("ROSTER_ISSUER", roster.issuer().toString());
    settings.put("ROSTER_CIMD_ENABLED", "false");
    int before = publisher.asked();
    try (var other = RunningRoster.start(settings)) {
      address.use(other);

      assertThat(List.of("v1", "v2"))
          .extracting(SignInElsewhereTest::throughADoor)
          .allMatch(flow -> flow.contains("ok      as mcp-client-"));
      assertThat(publisher.asked()).isEqualTo(before);
    } finally {
      address.use(roster);
    }
  }

  private static String throughADoor(String sdk) {
    return node("doors.mjs", Map.of("SDK", sdk, "MCP_URL", mcpUrl, "DOCUMENT_URL", publish()));
  }

  /** Publishes the client's document; returns where. */
  private static String publish() {
    var url = publisher.urlOf(NAME, DOCUMENT);
    var document =
        """
        {"client_id":"%s","client_name":"Either door","redirect_uris":["http://127.0.0.1/callback"],\
        "grant_types":["authorization_code","refresh_token"],"response_types":["code"],\
        "token_endpoint_auth_method":"none"}"""
            .formatted(url);
    publisher.answering(
        DOCUMENT,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          HttpsHost.reply(exchange, 200, document);
        });
    return url;
  }

  /** MCP 2025-03-26: no metadata is found, so paths are tried at the root of the host. */
  @Test
  void aClientThatFindsNoMetadataGetsItsTokensAllTheSame() {
    var report = node("legacy.mjs", Map.of("SDK", "v1", "ROOT", roster.at("/").toString()));

    assertThat(report).contains("ok ");
  }

  @Test
  void aPersonSignsInWithARealBrowser() {
    var report =
        RealBrowser.play(
            "elsewhere.mjs",
            Map.of(
                "ISSUER", roster.issuer().toString(),
                "USERNAME", EndToEnd.USER,
                "PASSWORD", EndToEnd.PASSWORD));

    assertThat(report.lines().filter(line -> line.startsWith("ok "))).hasSize(SCENES * WIDTHS);
  }

  private static String node(String script, Map<String, String> settings) {
    var environment = new HashMap<>(settings);
    environment.put("USERNAME", EndToEnd.USER);
    environment.put("PASSWORD", EndToEnd.PASSWORD);
    environment.put("PROVIDER", "Example Inc.");
    var log = Checkout.newDirectory("elsewhere").resolve(script + ".log");
    var command = List.of("node", "server/src/test/js/" + script);
    var running = RunningProcess.start(log, environment, command);
    assertThat(running.awaitEnd()).as(running::output).isZero();
    return running.output();
  }
}
