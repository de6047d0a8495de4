package io.roster.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.http.JacksonJson;
import io.roster.server.serve.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A person with a browser of their own, who follows no redirect by itself. */
public final class Visitor {
  public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final RunningServer server;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  public Visitor(RunningServer server) {
    this.server = server;
  }

  /** A reply and the page in it. */
  public record Page(HttpResponse<String> reply) {
    public int status() {
      return reply.statusCode();
    }

    public String header(String name) {
      return reply.headers().firstValue(name).orElse("");
    }

    public Document html() {
      return Jsoup.parse(reply.body(), reply.uri().toString());
    }

    public String text() {
      return html().text();
    }
  }

  /** Registers a client with this body and returns its id. */
  public String register(String metadata) {
    var request =
        HttpRequest.newBuilder(server.at("/oauth/register"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(metadata));
    var reply = send(request);
    assertThat(reply.status()).as(reply.reply().body()).isEqualTo(201);
    return new JacksonJson().read(reply.reply().body()).text("client_id").orElseThrow();
  }

  public static String authorization(String clientId, String redirectUri) {
    return "/oauth/authorize?"
        + form(
            List.of(
                Map.entry("response_type", "code"),
                Map.entry("client_id", clientId),
                Map.entry("redirect_uri", redirectUri),
                Map.entry("state", "the-clients-state"),
                Map.entry("code_challenge", CHALLENGE),
                Map.entry("code_challenge_method", "S256")));
  }

  public Page get(String path, String... headers) {
    var request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Opens the page a redirect leads to. */
  public Page follow(Page redirect) {
    return get(redirect.header("Location"));
  }

  /** Sends the first form of a page with these values beside those it holds, by this button. */
  public Page submit(Page page, String button, Map<String, String> typed) {
    var form = page.html().select("form").getFirst();
    var fields = new ArrayList<Map.Entry<String, String>>();
    for (var input : form.select("input")) {
      var value = typed.getOrDefault(input.attr("name"), input.attr("value"));
      fields.add(Map.entry(input.attr("name"), value));
    }
    form.select("button[name]").stream()
        .filter(choice -> choice.val().equals(button))
        .forEach(pressed -> fields.add(Map.entry(pressed.attr("name"), pressed.val())));
    return post(form.attr("action"), form(fields));
  }

  public Page post(String path, String form) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Opens an authorization request, signs in as admin if need be, and sees the consent page. */
  public Page consentPage(String authorization) {
    var first = get(authorization);
    if (!first.header("Location").startsWith("/login")) {
      return follow(first);
    }
    var login = follow(first);
    var signedIn =
        submit(login, "", Map.of("username", "admin", "password", RunningServer.PASSWORD));
    assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(303);
    return follow(follow(signedIn));
  }

  public List<String> cookies() {
    return cookies.getCookieStore().getCookies().stream().map(Object::toString).toList();
  }

  private Page send(HttpRequest.Builder request) {
    try {
      return new Page(browser.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return path.startsWith("http://localhost/")
        ? server.at(path.substring("http://localhost".length()))
        : server.at("/").resolve(path);
  }

  private static String form(List<Map.Entry<String, String>> fields) {
    return String.join(
        "&",
        fields.stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
            .toList());
  }
}
