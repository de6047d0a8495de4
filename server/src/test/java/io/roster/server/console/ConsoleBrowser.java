package io.roster.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** An administrator with a browser of their own, who follows no redirect by itself. */
public final class ConsoleBrowser {
  private final RunningServer server;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  public ConsoleBrowser(RunningServer server) {
    this.server = server;
  }

  /** Somebody who is signed in as {@code admin} already. */
  public static ConsoleBrowser signedIn(RunningServer server) {
    return signedIn(server, "admin");
  }

  /** Somebody who is signed in already, by {@link RunningServer#PASSWORD}. */
  public static ConsoleBrowser signedIn(RunningServer server, String name) {
    var browser = new ConsoleBrowser(server);
    var reply = browser.signIn(name, RunningServer.PASSWORD);
    assertThat(reply.status()).as(reply.text()).isEqualTo(303);
    return browser;
  }

  public Page signIn(String name, String password) {
    return submit(get("/sign-in"), "/sign-in", Map.of("username", name, "password", password));
  }

  public Page get(String path, String... headers) {
    var request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Sends the form of a page that leads to this address, with these values beside its own. */
  public Page submit(Page page, String action, Map<String, String> typed) {
    var forms = page.html().select("form[action=" + action + "]");
    assertThat(forms).as("a form to %s in %s", action, page.text()).isNotEmpty();
    return post(action, encoded(fields(forms.getFirst(), typed)));
  }

  public Page post(String path, String form, String... headers) {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public Page follow(Page redirect) {
    assertThat(redirect.status()).as(redirect.text()).isEqualTo(303);
    return get(redirect.header("Location"));
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** The value that forms of a page hold. */
  public static String token(Page page) {
    return page.html().select("input[name=csrf]").val();
  }

  private static List<Map.Entry<String, String>> fields(Element form, Map<String, String> typed) {
    var fields = new ArrayList<Map.Entry<String, String>>();
    typed.forEach((name, value) -> fields.add(Map.entry(name, value)));
    for (var input : form.select("input[type=hidden], select, textarea")) {
      if (!typed.containsKey(input.attr("name"))) {
        fields.add(Map.entry(input.attr("name"), input.val()));
      }
    }
    return fields;
  }

  private static String encoded(List<Map.Entry<String, String>> fields) {
    return String.join(
        "&",
        fields.stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
            .toList());
  }

  private Page send(HttpRequest.Builder request) {
    try {
      return new Page(browser.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return server.admin("/").resolve(path);
  }
}
