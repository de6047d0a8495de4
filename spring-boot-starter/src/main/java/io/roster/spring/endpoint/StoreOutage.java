package io.roster.spring.endpoint;

import io.roster.core.store.StoreUnavailableException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 when the store is away, so that clients try again instead of starting over. */
public final class StoreOutage extends OncePerRequestFilter {
  private static final System.Logger LOG = System.getLogger(StoreOutage.class.getName());
  private static final String SECONDS = "2";

  public StoreOutage() {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      var outage = causeOf(e);
      if (outage == null || response.isCommitted()) {
        throw e;
      }
      LOG.log(System.Logger.Level.WARNING, "the store is away: {0}", outage.getMessage());
      response.resetBuffer();
      response.setHeader("Retry-After", SECONDS);
      JsonReplies.error(response, 503, "temporarily_unavailable", "try again in a moment");
    }
  }

  private static @Nullable StoreUnavailableException causeOf(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof StoreUnavailableException outage) {
        return outage;
      }
    }
    return null;
  }
}
