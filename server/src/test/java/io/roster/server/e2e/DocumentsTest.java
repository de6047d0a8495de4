package io.roster.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.roster.testkit.HttpsHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that are known by the documents they publish, through the front door: B1 to B5. */
@Timeout(value = 240, unit = SECONDS)
class DocumentsTest {
  private static final List<String> NAMES =
      List.of(
          "client.example",
          "vscode.dev",
          "claude.ai",
          "chatgpt.com",
          "opencode.ai",
          "zed.dev",
          "goose-docs.ai",
          "grok.com");
  private static final String LOOPBACK =
      "\"http://localhost/callback\",\"http://127.0.0.1/callback\"";
  private static final RSAKey KEY = key();

  private static HttpsHost host;
  private static RunningRoster roster;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    host = new HttpsHost(NAMES.toArray(String[]::new));
    var lines = "127.0.0.1 " + String.join(" ", NAMES) + "\n";
    var hosts = Files.writeString(directory.resolve("hosts"), lines, UTF_8);
    var trusted = Files.writeString(directory.resolve("authority.pem"), host.authorityPem());
    var settings = new HashMap<String, String>();
    settings.put("ROSTER_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Djdk.net.hosts.file=" + hosts);
    settings.put("ROSTER_REMOTE_ALLOWEDNETWORKS", "127.0.0.0/8");
    settings.put("ROSTER_REMOTE_TRUSTEDCERTIFICATES", trusted.toString());
    settings.put("ROSTER_REMOTE_PORTS", String.valueOf(host.port()));
    settings.put("ROSTER_CIMD_CACHEMIN", "1s");
    settings.put("ROSTER_CIMD_FAILUREPAUSE", "1s");
    settings.put("ROSTER_CIMD_FETCHESPERHOST", "1000");
    settings.put("ROSTER_CIMD_ALLOWLOCALHOST", "true");
    roster = RunningRoster.start(settings);
    roster.addUser(EndToEnd.USER, EndToEnd.PASSWORD);
  }

  @AfterAll
  static void stop() {
    roster.close();
    host.close();
  }

  @Test
  void theServersMetadataSayThatDocumentsCount() {
    for (var path : List.of("oauth-authorization-server", "openid-configuration")) {
      var metadata = Http.send(Http.get(roster.at("/.well-known/" + path))).json();
      assertThat(metadata.get("client_id_metadata_document_supported").asBoolean()).isTrue();
    }
  }

  // What was allowed on the web spares nobody the question on loopback, only the other way round.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vscode.dev|/oauth/client-metadata.json|https://vscode.dev/redirect",
        "vscode.dev|/oauth/client-metadata.json|http://127.0.0.1:33418/",
        "vscode.dev|/oauth/client-metadata.json|http://127.0.0.1:51234/",
        "claude.ai|/oauth/claude-code-client-metadata|http://localhost:3118/callback",
        "claude.ai|/oauth/claude-code-client-metadata|http://127.0.0.1:61000/callback",
        "claude.ai|/oauth/mcp-oauth-client-metadata|https://claude.ai/api/mcp/auth_callback",
        "chatgpt.com|/oauth/codex/client.json|http://127.0.0.1:8123/callback",
        "zed.dev|/oauth/client-metadata.json|http://127.0.0.1:51235/callback",
        "goose-docs.ai|/oauth/client-metadata.json|http://127.0.0.1:51236/oauth_callback",
        "opencode.ai|/oauth/opencode/client.json|http://127.0.0.1:19876/callback"
      })
  void theDocumentsOfRealClientsAreTaken(String name, String path, String redirectUri) {
    var url = publish(name, path);
    var authorization = new Authorization(roster, url, redirectUri);

    var consent = browser().openPage(authorization.uri());

    assertThat(consent.status()).as(consent.html()::text).isEqualTo(200);
    assertThat(consent.html().text()).contains(URI.create(redirectUri).getHost());
    var tokens = authorization.tokens(browser());
    assertThat(authorization.refresh(tokens).status()).isEqualTo(200);
  }

  @Test
  void aPathTheDocumentDoesNotListIsRefusedOnAPageThatSaysWhy() {
    var url = publish("opencode.ai", "/oauth/opencode/client.json");
    var mismatch = "http://127.0.0.1:19876/mcp/oauth/callback";

    var page = browser().openPage(new Authorization(roster, url, mismatch).uri());

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.html().text())
        .contains("the application's own metadata document does not list this redirect_uri");
  }

  @Test
  void aDocumentWithKeysIsHeldToThem() throws Exception {
    var callback = "https://chatgpt.com/connector_platform_oauth_redirect";
    host.serving("/oauth/jwks.json", new JWKSet(KEY.toPublicJWK()).toString());
    var url = publish("chatgpt.com", "/oauth/client.json");
    var authorization = new Authorization(roster, url, callback);

    var browser = browser();

    var code = browser.approve(browser.openPage(authorization.uri()));
    assertThat(error(authorization.redeemWith(code, Map.of()))).isEqualTo("invalid_client");
    var proved = authorization.redeemWith(code, assertion(url, KEY));

    assertThat(proved.status()).as(proved::body).isEqualTo(200);
    assertThat(error(authorization.refresh(proved.json()))).isEqualTo("invalid_client");
  }

  @Test
  void aChallengeForBrowsersIsToldAndRedirectsNobody() {
    var url = host.urlOf("grok.com", "/oauth/mcp-client.json");
    host.answering(
        "/oauth/mcp-client.json",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
          HttpsHost.reply(exchange, 403, "<title>Just a moment...</title>");
        });
    var authorization = new Authorization(roster, url, "https://grok.com/callback");

    var page = browser().openPage(authorization.uri());
    var program = Http.send(Http.get(authorization.uri()).header("Accept", "application/json"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.html().text()).contains("which its host does not give to this server just now");
    assertThat(program.status()).isEqualTo(400);
    assertThat(error(program)).isEqualTo("invalid_request");
    roster.awaitOutput("no metadata document from " + url + ": status 403");
  }

  @Test
  void aHostThatChallengesServersIsMadeUpForByWhatIsHere() {
    int before = host.asked();
    var redirectUri = "https://grok.com/connectors-oauth-exchange-code/";
    var pinned = new Authorization(roster, "https://grok.com/oauth/mcp-client.json", redirectUri);

    var consent = browser().openPage(pinned.uri());

    assertThat(consent.status()).as(consent.html()::text).isEqualTo(200);
    assertThat(consent.html().text()).contains("Grok").contains("grok.com");
    assertThat(host.asked()).isEqualTo(before);
  }

  @Test
  void whatIsNoGoodIsRefusedAndSaysWhy() {
    var url = host.urlOf("client.example", "/mismatch.json");
    serve("/mismatch.json", document("https://client.example/other.json", LOOPBACK, ""));

    var page =
        browser().openPage(new Authorization(roster, url, "http://127.0.0.1/callback").uri());

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.html().text())
        .contains("client_id: repeat the document's own URL, character by character");
  }

  @Test
  void nothingIsKeptOfWhatStrangersName() {
    long before = roster.storedClients();
    for (int i = 0; i < 20; i++) {
      var path = "/stranger-" + i;
      var url = host.urlOf("client.example", path);
      serve(path, document(url, LOOPBACK, ""));
      var authorization = new Authorization(roster, url, "http://127.0.0.1/callback");
      assertThat(Http.send(Http.get(authorization.uri())).status()).isEqualTo(303);
    }

    assertThat(roster.storedClients()).isEqualTo(before);
  }

  @Test
  void whoIsSwitchedOffStaysSoWhateverTheDocumentSays() {
    var url = host.urlOf("client.example", "/disabled.json");
    serve("/disabled.json", document(url, LOOPBACK, ""));
    var authorization = new Authorization(roster, url, "http://127.0.0.1/callback");
    var tokens = authorization.tokens(browser());

    assertThat(roster.command("", "clients", "list")).contains(url);
    roster.command("", "clients", "disable", url);
    serve("/disabled.json", document(url, "\"http://127.0.0.1/new\"", ""));

    assertThat(error(authorization.refresh(tokens))).isEqualTo("invalid_client");
    var page = browser().openPage(authorization.uri());
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.html().text()).contains("switched off");
    assertThat(roster.command("", "clients", "get", url)).contains("disabled");
  }

  @Test
  void aChangedDocumentCountsSoonAndAHostThatIsDownDoesNoHarm() {
    var url = host.urlOf("client.example", "/changing.json");
    serve("/changing.json", document(url, "\"http://127.0.0.1/old\"", ""));
    var before = new Authorization(roster, url, "http://127.0.0.1/old");
    var tokens = before.tokens(browser());
    serve("/changing.json", document(url, "\"http://127.0.0.1/new\"", ""));
    var after = new Authorization(roster, url, "http://127.0.0.1/new");

    int status;
    do {
      status = browser().openPage(after.uri()).status();
    } while (status == 400);
    assertThat(status).isEqualTo(200);
    roster.awaitOutput(", changed redirect_uris");

    host.answering("/changing.json", exchange -> HttpsHost.reply(exchange, 503, ""));
    assertThat(browser().openPage(before.uri()).status()).isEqualTo(400);
    Http.Reply refreshed = after.refresh(tokens);
    for (int i = 0; i < 5; i++) {
      assertThat(refreshed.status()).as(refreshed::body).isEqualTo(200);
      assertThat(browser().openPage(after.uri()).status()).isEqualTo(200);
      refreshed = after.refresh(refreshed.json());
    }
  }

  @Test
  void whatEndsOneGrantEndsNoOtherOfTheSameClient() {
    var url = host.urlOf("client.example", "/shared.json");
    serve("/shared.json", document(url, LOOPBACK, ""));
    var onOneMachine = new Authorization(roster, url, "http://127.0.0.1:5001/callback");
    var onAnother = new Authorization(roster, url, "http://localhost:5002/callback");
    var first = onOneMachine.tokens(browser());
    var second = onAnother.tokens(browser());

    assertThat(onOneMachine.refresh(first).status()).isEqualTo(200);
    assertThat(error(onOneMachine.refresh(first))).isEqualTo("invalid_grant");

    assertThat(onAnother.refresh(second).status()).isEqualTo(200);
  }

  @Test
  void onADevelopersMachineADocumentMayBeServedThere() throws IOException {
    var here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var url = "http://localhost:%d/client.json".formatted(here.getAddress().getPort());
    here.createContext("/", exchange -> reply(exchange, document(url, LOOPBACK, "")));
    here.start();
    try {
      var authorization = new Authorization(roster, url, "http://localhost:3000/callback");

      assertThat(authorization.tokens(browser()).get("access_token").asString()).isNotEmpty();
    } finally {
      here.stop(0);
    }
  }

  private static Browser browser() {
    return new Browser(roster.issuer());
  }

  /** The documents as they were seen, but for the port of their own URL. */
  private static String publish(String name, String path) {
    var url = host.urlOf(name, path);
    serve(
        path,
        switch (name + path) {
          case "vscode.dev/oauth/client-metadata.json" ->
              document(
                  url,
                  "\"http://127.0.0.1:33418/\",\"https://vscode.dev/redirect\"",
                  """
                  ,"logo_uri":"https://code.visualstudio.com/icon.png","application_type":"native",
                  "grant_types":["authorization_code","refresh_token",
                    "urn:ietf:params:oauth:grant-type:device_code"]\
                  """);
          case "claude.ai/oauth/mcp-oauth-client-metadata" ->
              document(
                  url,
                  "\"https://claude.ai/api/mcp/auth_callback\"",
                  """
                  ,"grant_types":["authorization_code","refresh_token",
                    "urn:ietf:params:oauth:grant-type:jwt-bearer"]\
                  """);
          case "chatgpt.com/oauth/client.json" ->
              document(
                  url,
                  "\"https://chatgpt.com/connector_platform_oauth_redirect\"",
                  """
                  ,"grant_types":["authorization_code","refresh_token"],
                  "token_endpoint_auth_method":"private_key_jwt",
                  "token_endpoint_auth_methods_supported":["none","private_key_jwt"],
                  "token_endpoint_auth_signing_alg":"RS256","jwks_uri":"%s\"\
                  """
                      .formatted(host.urlOf(name, "/oauth/jwks.json")));
          case "goose-docs.ai/oauth/client-metadata.json" ->
              document(url, "\"http://127.0.0.1/oauth_callback\"", BOTH_GRANTS);
          default -> document(url, LOOPBACK, BOTH_GRANTS);
        });
    return url;
  }

  private static final String BOTH_GRANTS =
      ",\"grant_types\":[\"authorization_code\",\"refresh_token\"]";

  private static String document(String url, String redirectUris, String more) {
    var grants = more.contains("grant_types") ? "" : BOTH_GRANTS;
    return """
    {"client_id":"%s","client_name":"Document","redirect_uris":[%s],"response_types":["code"]%s}\
    """
        .formatted(url, redirectUris, grants + more);
  }

  private static void serve(String path, String document) {
    host.answering(path, exchange -> reply(exchange, document));
  }

  private static void reply(HttpExchange exchange, String document) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Cache-Control", "max-age=1");
    HttpsHost.reply(exchange, 200, document);
  }

  private static Map<String, String> assertion(String url, RSAKey key) throws JOSEException {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(url)
            .subject(url)
            .audience(roster.issuer().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
    jwt.sign(new RSASSASigner(key));
    return Map.of(
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        jwt.serialize());
  }

  private static String error(Http.Reply reply) {
    return reply.json().get("error").asString();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
