package io.roster.server.trace;

import io.roster.core.credential.Secret;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go, below {@code roster.tracing.}; nowhere without an endpoint.
 *
 * @param endpoint the URL that takes them by OTLP over HTTP
 * @param authorization what that asks for in the Authorization header
 * @param sample which part of all requests is traced, 0 to 1
 */
@ConfigurationProperties("roster.tracing")
public record TracingSettings(
    Optional<URI> endpoint, Optional<Secret> authorization, @DefaultValue("1.0") double sample) {
  public TracingSettings {
    if (!(sample >= 0 && sample <= 1)) {
      throw new IllegalArgumentException("roster.tracing.sample must be from 0 to 1");
    }
    if (endpoint.filter(url -> !isHttp(url)).isPresent()) {
      throw new IllegalArgumentException(
          "roster.tracing.endpoint must be an http or https URL, http://localhost:4318/v1/traces"
              + " for example");
    }
  }

  private static boolean isHttp(URI url) {
    return "http".equals(url.getScheme()) || "https".equals(url.getScheme());
  }
}
