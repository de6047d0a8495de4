package io.roster.server.login;

import io.roster.server.page.Pages;
import io.roster.spring.endpoint.Endpoints;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Where a person goes after signing in: back to the request they came with, which travels through
 * the login form and needs no session. It leads nowhere but to this server's own questions.
 */
public final class Continuation {
  public static final String PARAMETER = "continue";

  private Continuation() {}

  /** The login page's address, with the way back to this request. */
  public static String loginPageFor(HttpServletRequest request, Endpoints endpoints) {
    var query = request.getQueryString();
    return loginPage(request.getRequestURI() + (query == null ? "" : "?" + query), endpoints);
  }

  /** The login page's address, with this way on. */
  static String loginPage(String next, Endpoints endpoints) {
    var encoded = URLEncoder.encode(next, StandardCharsets.UTF_8);
    return endpoints.login() + "?" + PARAMETER + "=" + encoded;
  }

  /** What was sent, if this server could have made it; else the front page. */
  public static String checked(String sent, Endpoints endpoints) {
    boolean ours =
        Stream.of(endpoints.authorize(), endpoints.consent())
            .anyMatch(path -> sent.startsWith(path + "?"));
    boolean plain = sent.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return (ours || sent.equals(Pages.CONNECTIONS)) && plain ? sent : Pages.FRONT;
  }
}
