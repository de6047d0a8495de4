package io.roster.spring.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has the container read the parameters first, so that a form it can't read, or one that is too
 * large, is answered like every other invalid request.
 */
public final class ReadableForms extends OncePerRequestFilter {
  public ReadableForms() {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isReadable(request)) {
      chain.doFilter(request, response);
    } else {
      JsonReplies.error(response, 400, "invalid_request", "send parameters that can be decoded");
    }
  }

  // Each container has an exception of its own for this.
  private static boolean isReadable(HttpServletRequest request) {
    try {
      return request.getParameterMap() != null;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }
}
