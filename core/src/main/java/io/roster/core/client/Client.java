package io.roster.core.client;

import io.roster.core.credential.Credential;
import io.roster.core.metadata.ClientMetadata;
import java.time.Instant;
import java.util.Optional;

/**
 * A registered client as we hold it; every change makes a new one with the next revision. Its last
 * use is the store's to note and changes no revision.
 */
public record Client(
    ClientId id,
    ClientMetadata metadata,
    Optional<Credential> secret,
    Optional<Credential> previousSecret,
    Credential registrationToken,
    Optional<Credential> previousToken,
    Instant issuedAt,
    Optional<Instant> lastUsedAt,
    Origin origin,
    ClientState state,
    Review review,
    long revision) {
  /** A client that registered itself just now and may be used at once. */
  public static Client first(
      ClientId id,
      ClientMetadata metadata,
      Optional<Credential> secret,
      Credential registrationToken,
      Instant now) {
    return new Client(
        id,
        metadata,
        secret,
        Optional.empty(),
        registrationToken,
        Optional.empty(),
        now,
        Optional.empty(),
        Origin.OPEN,
        ClientState.ACTIVE,
        Review.NONE,
        1);
  }

  /** The same client as it really came, or as it was judged; no change of its own. */
  public Client admitted(Origin by, ClientState as) {
    return new Client(
        id,
        metadata,
        secret,
        previousSecret,
        registrationToken,
        previousToken,
        issuedAt,
        lastUsedAt,
        by,
        as,
        review,
        revision);
  }

  /** The same client under another identifier. */
  public Client identified(ClientId as) {
    return new Client(
        as,
        metadata,
        secret,
        previousSecret,
        registrationToken,
        previousToken,
        issuedAt,
        lastUsedAt,
        origin,
        state,
        review,
        revision);
  }

  /** The client after its metadata, and with it perhaps its credentials, changed. */
  public Client updated(
      ClientMetadata next, Optional<Credential> nextSecret, Credential nextToken) {
    return new Client(
        id,
        next,
        nextSecret,
        Optional.empty(),
        nextToken,
        Optional.empty(),
        issuedAt,
        lastUsedAt,
        origin,
        state,
        review,
        revision + 1);
  }

  /** The same change, with credentials from before it that go on to count. */
  public Client alongside(Optional<Credential> oldSecret, Optional<Credential> oldToken) {
    return new Client(
        id,
        metadata,
        secret,
        oldSecret,
        registrationToken,
        oldToken,
        issuedAt,
        lastUsedAt,
        origin,
        state,
        review,
        revision);
  }

  /** The client after somebody decided on it. */
  public Client decided(ClientState next) {
    return updated(metadata, secret, registrationToken)
        .alongside(previousSecret, previousToken)
        .admitted(origin, next);
  }

  /** The same client with what there is to decide about it; no change of its own. */
  public Client reviewed(Review as) {
    return new Client(
        id,
        metadata,
        secret,
        previousSecret,
        registrationToken,
        previousToken,
        issuedAt,
        lastUsedAt,
        origin,
        state,
        as,
        revision);
  }

  /** The same client, last used at this time. */
  public Client lastUsed(Optional<Instant> at) {
    return new Client(
        id,
        metadata,
        secret,
        previousSecret,
        registrationToken,
        previousToken,
        issuedAt,
        at,
        origin,
        state,
        review,
        revision);
  }

  /** Whether it may authorize and get tokens. */
  public boolean isActive() {
    return state == ClientState.ACTIVE;
  }
}
