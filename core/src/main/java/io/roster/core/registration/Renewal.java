package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Credential;
import io.roster.core.credential.CredentialIssuer;
import io.roster.core.credential.Secret;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TierSettings;
import io.roster.core.settings.TokenRotation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides which credentials a client has after something was done with it. */
final class Renewal {
  private static final int SLIDES_A_LIFE = 96;

  private final RegistrationSettings settings;
  private final Issuers issuers;

  Renewal(RegistrationSettings settings, Issuers issuers) {
    this.settings = settings;
    this.issuers = issuers;
  }

  /** A credential, the one before it while both count, and the new one's secret if it is new. */
  record Secrets(
      Optional<Credential> current, Optional<Credential> previous, Optional<Secret> issued) {
    static final Secrets NONE = new Secrets(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A registration token, the one before it while both count, and the one to use from now on. */
  record Tokens(Credential current, Optional<Credential> previous, Secret toUse) {}

  /** The first secret of a client whose method needs one. */
  Secrets firstSecret(ClientMetadata metadata, TierSettings tier, Instant now) {
    if (!metadata.tokenEndpointAuthMethod().usesSecret()) {
      return Secrets.NONE;
    }
    var issued = issuers.credentials().issue(now, tier.clientSecretLifetime());
    return new Secrets(
        Optional.of(issued.credential()), Optional.empty(), Optional.of(issued.secret()));
  }

  /**
   * Keeps a secret that has most of its life before it, replaces it in its last third, and also for
   * a client that shows it never learned the last one; drops it where the method needs none.
   */
  Secrets secretAfterUpdate(
      Client client, ClientMetadata next, TierSettings tier, Optional<Secret> presented) {
    var now = issuers.clock().instant();
    var living = client.secret().filter(credential -> !credential.isExpired(now));
    if (living.isEmpty() || !next.tokenEndpointAuthMethod().usesSecret()) {
      return firstSecret(next, tier, now);
    }
    boolean missedTheLast = presented.filter(old -> !matches(old, living.get())).isPresent();
    if (missedTheLast) {
      var fresh = firstSecret(next, tier, now);
      return new Secrets(fresh.current(), client.previousSecret(), fresh.issued());
    }
    return isInLastThird(living.get(), tier.clientSecretLifetime(), now)
        ? replaced(client, next, tier)
        : new Secrets(living, client.previousSecret(), Optional.empty());
  }

  /** A new secret, beside which the one before it counts for as long as the settings say. */
  Secrets replaced(Client client, ClientMetadata metadata, TierSettings tier) {
    var now = issuers.clock().instant();
    var fresh = firstSecret(metadata, tier, now);
    return new Secrets(
        fresh.current(), client.secret().flatMap(old -> overlapping(old, now)), fresh.issued());
  }

  private Optional<Credential> overlapping(Credential old, Instant now) {
    var end = now.plus(settings.lifeCycle().secretOverlap());
    var sooner = old.expiresAt().filter(own -> own.isBefore(end)).orElse(end);
    return Optional.of(new Credential(old.digest(), Optional.of(sooner)))
        .filter(credential -> !credential.isExpired(now));
  }

  private static boolean isInLastThird(Credential secret, Duration lifetime, Instant now) {
    return secret
        .expiresAt()
        .filter(end -> now.isAfter(end.minus(lifetime.dividedBy(3))))
        .isPresent();
  }

  /** The tokens after an update, or nothing when the one presented no longer opens the client. */
  Optional<Tokens> tokensAfterUpdate(Client client, Secret presented) {
    return tokens(client, presented, settings.lifeCycle().tokenRotation() != TokenRotation.NEVER);
  }

  /** The tokens after a read, or nothing when the one presented no longer opens the client. */
  Optional<Tokens> tokensAfterRead(Client client, Secret presented) {
    boolean rotates = settings.lifeCycle().tokenRotation() == TokenRotation.ON_READ_AND_UPDATE;
    return tokens(client, presented, rotates);
  }

  /**
   * The previous token counts until the one after it is first used, so that a client that never got
   * the answer can ask again; then it gets another one, and the one that was lost ends.
   */
  private Optional<Tokens> tokens(Client client, Secret presented, boolean rotates) {
    var lifetime = settings.tier(client.origin().tier()).registrationTokenLifetime();
    if (matches(presented, client.registrationToken())) {
      var slid = prolonged(client.registrationToken(), lifetime);
      return Optional.of(
          rotates ? rotated(slid, lifetime) : new Tokens(slid, Optional.empty(), presented));
    }
    return client
        .previousToken()
        .filter(previous -> matches(presented, previous))
        .map(previous -> prolonged(previous, lifetime))
        .map(
            previous ->
                rotates
                    ? rotated(previous, lifetime)
                    : new Tokens(client.registrationToken(), Optional.of(previous), presented));
  }

  private Tokens rotated(Credential previous, Duration lifetime) {
    var issued = issuers.credentials().issue(issuers.clock().instant(), lifetime);
    return new Tokens(issued.credential(), Optional.of(previous), issued.secret());
  }

  /**
   * Moves the end of a token in use, in steps of a hundredth of its life, a quarter of an hour of a
   * day: a read mostly stays a read.
   */
  private Credential prolonged(Credential token, Duration lifetime) {
    var next = CredentialIssuer.expiry(issuers.clock().instant(), lifetime);
    boolean worthIt =
        next.isPresent()
            && token
                .expiresAt()
                .filter(end -> end.plus(lifetime.dividedBy(SLIDES_A_LIFE)).isBefore(next.get()))
                .isPresent();
    return worthIt ? new Credential(token.digest(), next) : token;
  }

  private boolean matches(Secret presented, Credential credential) {
    return issuers.digester().matches(presented, credential.digest());
  }
}
