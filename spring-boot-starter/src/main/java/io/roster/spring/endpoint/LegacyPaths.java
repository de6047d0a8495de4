package io.roster.spring.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers at the paths that clients of MCP 2025-03-26 try where they find no metadata: /authorize,
 * /token and /register at the root of the host. To all that comes after it, the request went to the
 * endpoint itself.
 */
public final class LegacyPaths implements Filter {
  private final Map<String, String> paths;

  public LegacyPaths(Endpoints endpoints) {
    this.paths =
        Map.of(
            "/authorize", endpoints.authorize(),
            "/token", endpoints.token(),
            "/register", endpoints.base() + "/register");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest call) {
      var path = call.getRequestURI().substring(call.getContextPath().length());
      var target = paths.get(path);
      chain.doFilter(target == null ? call : new Renamed(call, target), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static final class Renamed extends HttpServletRequestWrapper {
    private final String path;

    Renamed(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return getContextPath() + path;
    }

    @Override
    public StringBuffer getRequestURL() {
      var url = super.getRequestURL();
      int authority = url.indexOf("/", url.indexOf("://") + 3);
      return url.replace(authority, url.length(), getRequestURI());
    }

    @Override
    public String getServletPath() {
      return path;
    }

    @Override
    public @Nullable String getPathInfo() {
      return null;
    }
  }
}
