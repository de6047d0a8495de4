package io.roster.server.page;

import io.roster.spring.endpoint.Endpoints;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the Deny button of the consent page mean what it says: the authorization server takes a
 * consent without any scope as a denial, whatever boxes were ticked beside the button.
 */
public final class Denial extends OncePerRequestFilter {
  private static final String SCOPE = "scope";

  private final Endpoints endpoints;

  public Denial(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean denied = isForm(request) && "deny".equals(request.getParameter("decision"));
    chain.doFilter(denied ? new WithoutScope(request) : request, response);
  }

  private boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getRequestURI().equals(endpoints.authorize());
  }

  private static final class WithoutScope extends HttpServletRequestWrapper {
    WithoutScope(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      var rest = new HashMap<>(super.getParameterMap());
      rest.remove(SCOPE);
      return Map.copyOf(rest);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return name.equals(SCOPE) ? null : super.getParameterValues(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return name.equals(SCOPE) ? null : super.getParameter(name);
    }
  }
}
