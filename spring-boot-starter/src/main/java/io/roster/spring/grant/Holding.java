package io.roster.spring.grant;

import io.roster.core.grant.Grant;
import io.roster.core.json.JsonCodec;
import io.roster.core.metadata.Scope;
import io.roster.spring.token.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What a client holds of a person by one grant, and when it last got something for it. */
public record Holding(Resources resources, Scope scope, Instant lastUsed) {
  /** Nothing while the person is still being asked. */
  public static Optional<Holding> of(Grant grant, JsonCodec json) {
    var stored = new GrantBody(json).read(grant.body());
    return Stream.of("code", "access", "refresh")
        .flatMap(name -> stored.token(name).stream())
        .map(GrantBody.StoredToken::issuedAt)
        .max(Instant::compareTo)
        .map(
            at ->
                new Holding(
                    stored
                        .request(grant.clientId().value())
                        .map(OAuth2AuthorizationRequest::getAdditionalParameters)
                        .map(Resources::in)
                        .orElseGet(() -> new Resources(List.of())),
                    new Scope(List.copyOf(stored.scopes())),
                    at));
  }
}
