package io.roster.spring.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people who are not signed in to the login page; programs never get to see it. */
public final class EntryPoint implements AuthenticationEntryPoint {
  private final Endpoints endpoints;
  private final AuthenticationEntryPoint login;

  public EntryPoint(Endpoints endpoints, AuthenticationEntryPoint login) {
    this.endpoints = endpoints;
    this.login = login;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    if (request.getRequestURI().endsWith(endpoints.authorize())) {
      login.commence(request, response, failure);
      return;
    }
    // Spring's endpoints leave alone what doesn't come by their method.
    boolean keys = request.getRequestURI().endsWith(endpoints.jwks());
    response.setHeader("Allow", keys ? "GET" : "POST");
    JsonReplies.error(response, 405, "invalid_request", "use the method that Allow names");
  }
}
