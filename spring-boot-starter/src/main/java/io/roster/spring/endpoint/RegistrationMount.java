package io.roster.spring.endpoint;

import io.roster.core.settings.RegistrationSettings;
import io.roster.http.RegistrationServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Serves registration and metadata before anything else of the application is asked: these
 * endpoints know no session, no cookie and no MVC, and their speed comes from that.
 */
public final class RegistrationMount implements Filter {
  private final RegistrationServlet servlet;
  private final Set<String> paths;
  private final String configuration;

  /** Serves the registration endpoints below the issuer's path, and {@code documents}. */
  public RegistrationMount(
      RegistrationServlet servlet, RegistrationSettings settings, Collection<String> documents) {
    var base = Endpoints.issuerPath(settings);
    var registration = base + RegistrationSettings.REGISTRATION_PATH;
    var all = new HashSet<>(documents);
    all.add(registration);
    all.add(base + "/register");
    this.servlet = servlet;
    this.paths = Set.copyOf(all);
    this.configuration = registration + "/";
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest call
        && response instanceof HttpServletResponse reply
        && isOurs(call.getRequestURI())) {
      servlet.service(call, reply);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isOurs(String path) {
    return paths.contains(path) || path.startsWith(configuration);
  }
}
