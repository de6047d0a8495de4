package io.roster.server.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.http.JacksonJson;
import io.roster.store.account.UserStore;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One client's whole way through a server that is thrown away afterwards. The build plays it, so
 * that the virtual machine can note which classes a start needs and have them ready the next time.
 */
final class Rehearsal {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String REDIRECT = "http://localhost:9/callback";
  // The example of RFC 7636 appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String base;
  private final String password;

  Rehearsal(ConfigurableApplicationContext server, String adminPassword) {
    this.base = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
    this.password = adminPassword;
    if (server.getBean(UserStore.class).find("admin").isEmpty()) {
      throw new IllegalStateException("there is nobody to sign in");
    }
  }

  /** Registers, signs in, allows, and takes tokens. */
  void play() throws IOException, InterruptedException {
    var registered =
        post(
            "/oauth/register",
            JSON,
            "{\"client_name\":\"Rehearsal\",\"redirect_uris\":[\""
                + REDIRECT
                + "\"],\"token_endpoint_auth_method\":\"none\","
                + "\"grant_types\":[\"authorization_code\",\"refresh_token\"]}");
    var client = new JacksonJson().read(registered.body()).text("client_id").orElseThrow();
    post("/oauth/register", JSON, "{\"redirect_uris\":[\"http://example.com/\"]}");
    get("/.well-known/oauth-authorization-server");
    get("/oauth/jwks");
    var code = parameter("code", location(allow(client)));
    var tokens =
        post(
            "/oauth/token",
            FORM,
            form(
                Map.of(
                    "grant_type", "authorization_code",
                    "client_id", client,
                    "redirect_uri", REDIRECT,
                    "code", code,
                    "code_verifier", VERIFIER)));
    var refresh = new JacksonJson().read(tokens.body()).text("refresh_token").orElseThrow();
    post(
        "/oauth/token",
        FORM,
        form(Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refresh)));
  }

  private HttpResponse<String> allow(String client) throws IOException, InterruptedException {
    var ask =
        "/oauth/authorize?"
            + form(
                Map.of(
                    "response_type", "code",
                    "client_id", client,
                    "redirect_uri", REDIRECT,
                    "scope", "read",
                    "state", "s",
                    "code_challenge", CHALLENGE,
                    "code_challenge_method", "S256"));
    var login = get(location(get(ask)));
    post(
        "/login",
        FORM,
        form(
            Map.of(
                "_csrf",
                field("_csrf", login.body()),
                "continue",
                ask,
                "username",
                "admin",
                "password",
                password)));
    var consent = get(location(get(ask)));
    return post(
        "/oauth/authorize",
        FORM,
        form(
            Map.of(
                "client_id",
                client,
                "state",
                field("state", consent.body()),
                "seal",
                field("seal", consent.body()),
                "scope",
                "read",
                "decision",
                "allow")));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html"));
  }

  private HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(path.startsWith("http") ? path : base + path);
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static String parameter(String name, String uri) {
    return group(name + "=([^&]*)", uri);
  }

  private static String field(String name, String html) {
    return group("name=\"" + name + "\" value=\"([^\"]*)\"", html);
  }

  private static String group(String pattern, String text) {
    var found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("not found: " + pattern);
    }
    return found.group(1);
  }

  private static String form(Map<String, String> fields) {
    var form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    return form.toString();
  }
}
