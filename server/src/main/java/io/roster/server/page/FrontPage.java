package io.roster.server.page;

import io.roster.core.settings.RegistrationSettings;
import io.roster.spring.endpoint.Endpoints;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says what this is to whoever opens the server's address, and serves the one style sheet. */
public final class FrontPage {
  private static final String METADATA = "/.well-known/oauth-authorization-server";
  private static final Duration STYLE_LIFETIME = Duration.ofHours(1);

  private final Endpoints endpoints;
  private final RegistrationSettings registration;

  public FrontPage(Endpoints endpoints, RegistrationSettings registration) {
    this.endpoints = endpoints;
    this.registration = registration;
  }

  /** Shows the page. */
  public ServerResponse show(ServerRequest request) {
    var model = Map.of("issuer", registration.issuer(), "metadata", METADATA + endpoints.base());
    return Pages.answer(HttpStatus.OK).render("front", model);
  }

  /** Sends the style sheet. */
  public ServerResponse style(ServerRequest request) {
    return ServerResponse.ok()
        .contentType(new MediaType("text", "css"))
        .cacheControl(CacheControl.maxAge(STYLE_LIFETIME).cachePublic())
        .header("X-Content-Type-Options", "nosniff")
        .body(new ClassPathResource("templates/roster.css"));
  }
}
