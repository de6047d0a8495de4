package io.roster.example.mcp;

import io.roster.example.mcp.TokenCheck.Accepted;
import io.roster.example.mcp.TokenCheck.Rejected;
import io.roster.example.mcp.TokenCheck.Undecided;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Lets callers with a good access token through and tells the others what to do, RFC 6750. */
final class BearerGate extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String CALLER = Caller.class.getName();
  private static final String SCHEME = "Bearer ";

  private final transient ProtectedResource resource;
  private final transient AccessTokens tokens;

  BearerGate(ProtectedResource resource, AccessTokens tokens) {
    this.resource = resource;
    this.tokens = tokens;
  }

  /** The caller of a request that passed the gate. */
  static Caller callerOf(HttpServletRequest request) {
    return (Caller) request.getAttribute(CALLER);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var token = bearerToken(request);
    if (token.isEmpty()) {
      refuse(response, 401, resource.challenge());
      return;
    }
    switch (tokens.check(token.get())) {
      case Accepted(var caller) when caller.scopes().contains(resource.scope()) -> {
        request.setAttribute(CALLER, caller);
        chain.doFilter(request, response);
      }
      case Accepted accepted ->
          refuse(response, 403, resource.challenge("insufficient_scope", "ask for more scope"));
      case Rejected rejected ->
          refuse(response, 401, resource.challenge("invalid_token", "get a new access token"));
      case Undecided undecided -> response.setStatus(503);
    }
  }

  private static Optional<String> bearerToken(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip());
  }

  private static void refuse(HttpServletResponse response, int status, String challenge) {
    response.setStatus(status);
    response.setHeader("WWW-Authenticate", challenge);
  }
}
