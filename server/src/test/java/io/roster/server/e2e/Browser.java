package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A person at a browser: signs in when asked to, and then looks at pages and submits forms. */
public final class Browser {
  private static final int MOST_REDIRECTS = 10;

  /** Where the browser ended up. */
  public sealed interface Arrival {}

  /** A page of the server's. */
  public record Page(URI uri, int status, Document html) implements Arrival {}

  /** A redirect to somewhere else, not followed. */
  public record Left(URI uri) implements Arrival {}

  private final URI home;
  private final String user;
  private final String password;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  public Browser(URI home) {
    this(home, EndToEnd.USER, EndToEnd.PASSWORD);
  }

  public Browser(URI home, String user, String password) {
    this.home = home;
    this.user = user;
    this.password = password;
  }

  /** Opens a page, through the login page if there is no session yet. */
  public Arrival open(URI uri) {
    var arrival = follow(Http.get(uri), uri);
    return arrival instanceof Page page && !page.html().select("input[type=password]").isEmpty()
        ? signIn(page)
        : arrival;
  }

  public Page openPage(URI uri) {
    var arrival = open(uri);
    assertThat(arrival).isInstanceOf(Page.class);
    return (Page) arrival;
  }

  /** Says yes on a consent page, to everything asked for; returns the redirect to the client. */
  public URI approve(Page consent) {
    var form = consent.html().expectForm("form:has(button[name])");
    var yes = form.expectFirst("button[name]");
    var fields = form.formData();
    fields.add(HttpConnection.KeyVal.create(yes.attr("name"), yes.val()));
    var arrival = submit(form, consent, fields);
    assertThat(arrival).isInstanceOf(Left.class);
    return ((Left) arrival).uri();
  }

  private Arrival signIn(Page login) {
    var form = login.html().expectForm("form:has(input[type=password])");
    form.expectFirst("input[type=text]").val(user);
    form.expectFirst("input[type=password]").val(password);
    return submit(form, login, form.formData());
  }

  private Arrival submit(FormElement form, Page page, List<Connection.KeyVal> fields) {
    var target = page.uri().resolve(form.attr("action"));
    var body =
        fields.stream()
            .map(field -> Http.encoded(field.key()) + "=" + Http.encoded(field.value()))
            .collect(Collectors.joining("&"));
    return follow(Http.postForm(target, body).header("Origin", home.toString()), target);
  }

  private Arrival follow(HttpRequest.Builder first, URI start) {
    var request = first;
    var uri = start;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      var response = send(request.header("Accept", "text/html"));
      var location = response.headers().firstValue("Location");
      if (location.isEmpty()) {
        return new Page(uri, response.statusCode(), Jsoup.parse(response.body(), uri.toString()));
      }
      uri = uri.resolve(location.get());
      if (!home.getAuthority().equals(uri.getAuthority())) {
        return new Left(uri);
      }
      request = Http.get(uri);
    }
    throw new AssertionError("more than " + MOST_REDIRECTS + " redirects, last to " + uri);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
