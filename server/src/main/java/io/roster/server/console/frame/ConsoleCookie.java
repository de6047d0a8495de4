package io.roster.server.console.frame;

import io.roster.core.credential.Secret;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * The cookie a browser keeps while an administrator is signed in. It goes to no other site's
 * requests, and where the browser came by TLS, to this very host only.
 */
final class ConsoleCookie {
  private static final String PLAIN = "roster-console";
  private static final String OVER_TLS = "__Host-roster-console";

  private ConsoleCookie() {}

  static Optional<Secret> presented(Request request) {
    var cookies = Request.getCookies(request);
    return find(cookies, OVER_TLS).or(() -> find(cookies, PLAIN)).map(Secret::new);
  }

  private static Optional<String> find(List<HttpCookie> cookies, String name) {
    return cookies.stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  static String holding(Secret value, Request request) {
    return text(value.reveal(), isOverTls(request));
  }

  static String gone(Request request) {
    return text("", isOverTls(request)) + "; Max-Age=0";
  }

  /** This listener speaks no TLS itself, but the browser says how it got the page. */
  private static boolean isOverTls(Request request) {
    var origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin != null && origin.startsWith("https://");
  }

  private static String text(String value, boolean secure) {
    return (secure ? OVER_TLS : PLAIN)
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }
}
