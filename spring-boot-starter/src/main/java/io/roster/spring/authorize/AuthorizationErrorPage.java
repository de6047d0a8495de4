package io.roster.spring.authorize;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Tells a person that an authorization request can't be answered, OAuth 2.1 section 2.3.5. */
@FunctionalInterface
public interface AuthorizationErrorPage {
  /**
   * Shows the page. The error's description is ours, ASCII, and repeats nothing of the request; its
   * code is invalid_client when the client has to register again, or else invalid_request.
   */
  void show(HttpServletRequest request, HttpServletResponse response, OAuth2Error error)
      throws IOException;

  /**
   * Shows the page to somebody who may go on to the client, which nobody vouches for: the way there
   * is theirs to take, OAuth 2.1 section 7.13.2. Its code may be any that OAuth has.
   *
   * @param back where the client waits for the error, as a URL with the error in it
   */
  default void showWithReturn(
      HttpServletRequest request, HttpServletResponse response, OAuth2Error error, String back)
      throws IOException {
    show(request, response, error);
  }

  /**
   * Tells of a client that is there, and whose redirect URI the request has, but that may not be
   * used: an administrator has to approve it yet, has denied it or has switched it off. The same
   * request goes on where it was once the client is approved, so that a page may ask it again.
   */
  default void showHeldBack(
      HttpServletRequest request, HttpServletResponse response, OAuth2Error error, Client client)
      throws IOException {
    if (client.state() == ClientState.PENDING && request.getMethod().equals("GET")) {
      response.setHeader("Refresh", "15");
    }
    show(request, response, error);
  }

  /** A page without any decoration. */
  static AuthorizationErrorPage plain() {
    return (request, response, error) -> {
      var page =
          """
          <!doctype html>
          <html lang="en"><head><meta charset="utf-8"><title>Request refused</title></head>
          <body><h1>This request can't be answered</h1><p>The application sent you here with a \
          request that is not valid: %s.</p></body></html>
          """
              .formatted(error.getDescription())
              .getBytes(StandardCharsets.UTF_8);
      response.setStatus(400);
      response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
    };
  }
}
