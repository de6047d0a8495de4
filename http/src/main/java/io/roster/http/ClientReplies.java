package io.roster.http;

import io.roster.core.client.Client;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Secret;
import io.roster.core.json.Json;
import io.roster.core.registration.Configuration;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.UpdateOutcome.Updated;
import io.roster.core.settings.RegistrationSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The client information response, RFC 7591 section 3.2.1 and RFC 7592 section 3. */
final class ClientReplies {
  private final RegistrationSettings settings;

  ClientReplies(RegistrationSettings settings) {
    this.settings = settings;
  }

  HttpReply created(Registered registered) {
    return HttpReply.of(
        201,
        information(
            registered.client(), registered.clientSecret(), registered.registrationToken()));
  }

  HttpReply updated(Updated updated) {
    return HttpReply.of(
        200,
        information(
            updated.client(), updated.newSecret(), Optional.of(updated.registrationToken())));
  }

  /** Tells no secret: only its digest is left. */
  HttpReply read(Configuration read) {
    return HttpReply.of(
        200, information(read.client(), Optional.empty(), Optional.of(read.registrationToken())));
  }

  private Json.Members information(Client client, Optional<Secret> secret, Optional<Secret> token) {
    var id = client.id().value();
    var members = new LinkedHashMap<String, Json>();
    members.put("client_id", Json.of(id));
    members.put("client_id_issued_at", Json.of(client.issuedAt().getEpochSecond()));
    if (secret.isPresent()) {
      members.put("client_secret", Json.of(secret.get().reveal()));
      members.put("client_secret_expires_at", Json.of(expiry(client)));
    }
    // Both or neither, RFC 7592 section 3.
    if (token.isPresent()) {
      members.put("registration_client_uri", Json.of(settings.registrationEndpoint() + "/" + id));
      members.put("registration_access_token", Json.of(token.get().reveal()));
    }
    members.putAll(client.metadata().toJson().values());
    return new Json.Members(members);
  }

  /** Seconds since 1970, or 0 for a secret that never expires. */
  private static long expiry(Client client) {
    return client.secret().flatMap(Credential::expiresAt).map(Instant::getEpochSecond).orElse(0L);
  }
}
