package io.roster.spring.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Lets pages of any origin call the endpoints for programs, without cookies; the authorization
 * endpoint stays closed to them, OAuth 2.1 section 3.1.
 */
public final class OpenCors implements CorsConfigurationSource {
  private final List<String> open;
  private final CorsConfiguration configuration = new CorsConfiguration();

  public OpenCors(Endpoints endpoints) {
    this.open = endpoints.forPrograms();
    configuration.addAllowedOrigin(CorsConfiguration.ALL);
    configuration.setAllowedMethods(List.of("GET", "POST"));
    configuration.addAllowedHeader(CorsConfiguration.ALL);
    configuration.setExposedHeaders(List.of("WWW-Authenticate", "Retry-After"));
    configuration.setAllowCredentials(false);
    configuration.setMaxAge(Duration.ofHours(1));
  }

  @Override
  public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
    return open.stream().anyMatch(request.getRequestURI()::endsWith) ? configuration : null;
  }
}
