package io.roster.spring.authorize;

import io.roster.core.client.Client;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;

/** Someone was sent here by a client that is there and may not be used, or not yet. */
final class HeldBack extends OAuth2AuthorizationCodeRequestAuthenticationException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Client client;

  HeldBack(Client client) {
    super(new OAuth2Error("invalid_request", AbsentClients.told(client.state()), null), null);
    this.client = client;
  }

  Client client() {
    return Objects.requireNonNull(client);
  }
}
