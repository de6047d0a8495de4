package io.roster.core.client;

import io.roster.core.credential.Credential;
import io.roster.core.metadata.ClientMetadata;
import java.time.Instant;
import java.util.Optional;

/** A registered client as we hold it; every change makes a new one with the next revision. */
public record Client(
    ClientId id,
    ClientMetadata metadata,
    Optional<Credential> secret,
    Credential registrationToken,
    Instant issuedAt,
    long revision) {
  public static Client first(
      ClientId id,
      ClientMetadata metadata,
      Optional<Credential> secret,
      Credential registrationToken,
      Instant now) {
    return new Client(id, metadata, secret, registrationToken, now, 1);
  }

  /** The client after its metadata, and with it perhaps its credentials, changed. */
  public Client updated(
      ClientMetadata next, Optional<Credential> nextSecret, Credential nextToken) {
    return new Client(id, next, nextSecret, nextToken, issuedAt, revision + 1);
  }

  public Client withRegistrationToken(Credential next) {
    return new Client(id, metadata, secret, next, issuedAt, revision + 1);
  }
}
