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
    Origin origin,
    ClientState state,
    long revision) {
  /** A client that registered itself just now and may be used at once. */
  public static Client first(
      ClientId id,
      ClientMetadata metadata,
      Optional<Credential> secret,
      Credential registrationToken,
      Instant now) {
    return new Client(
        id, metadata, secret, registrationToken, now, Origin.OPEN, ClientState.ACTIVE, 1);
  }

  /** A new client as it really came, before anyone has seen it. */
  public Client admitted(Origin by, ClientState as) {
    return new Client(id, metadata, secret, registrationToken, issuedAt, by, as, revision);
  }

  /** The client after its metadata, and with it perhaps its credentials, changed. */
  public Client updated(
      ClientMetadata next, Optional<Credential> nextSecret, Credential nextToken) {
    return new Client(id, next, nextSecret, nextToken, issuedAt, origin, state, revision + 1);
  }

  public Client withRegistrationToken(Credential next) {
    return new Client(id, metadata, secret, next, issuedAt, origin, state, revision + 1);
  }

  /** The client after somebody decided on it. */
  public Client decided(ClientState next) {
    return new Client(
        id, metadata, secret, registrationToken, issuedAt, origin, next, revision + 1);
  }

  /** Whether it may authorize and get tokens. */
  public boolean isActive() {
    return state == ClientState.ACTIVE;
  }
}
