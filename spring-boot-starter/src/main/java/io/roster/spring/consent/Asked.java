package io.roster.spring.consent;

import io.roster.core.client.ClientId;
import io.roster.core.consent.Consent;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.uri.RedirectUri;
import io.roster.spring.token.Resources;
import java.util.List;

/** What a client asks of a person, and where the answer goes. */
public record Asked(
    ClientId client,
    ClientMetadata metadata,
    String subject,
    Resources resources,
    Scope scope,
    RedirectUri redirect) {
  /** The same client asking for this instead. */
  public Asked asking(Scope other) {
    return new Asked(client, metadata, subject, resources, other, redirect);
  }

  /** One for each resource; one without where the client named none. */
  List<Consent.Key> keys() {
    var places = resources.isEmpty() ? List.of("") : resources.canonical();
    return places.stream().map(place -> new Consent.Key(client, subject, place)).toList();
  }

  /** Whether nobody else can pose as the client: it has to prove itself, or receives at https. */
  boolean isProven() {
    return metadata.tokenEndpointAuthMethod() != TokenEndpointAuthMethod.NONE
        || redirect instanceof RedirectUri.Https;
  }
}
