package io.roster.core.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Issues credentials of one kind, all with the same lifetime; zero means that none expires. */
public final class CredentialIssuer {
  private final SecretIssuer secrets;
  private final Digester digester;
  private final Duration lifetime;

  public CredentialIssuer(SecretIssuer secrets, Digester digester, Duration lifetime) {
    this.secrets = secrets;
    this.digester = digester;
    this.lifetime = lifetime;
  }

  public Issued issue(Instant now) {
    var secret = secrets.issue();
    return new Issued(secret, new Credential(digester.digest(secret), expiry(now)));
  }

  /** The end of a credential that starts its life now, in whole seconds as the wire has it. */
  public Optional<Instant> expiry(Instant now) {
    return lifetime.isZero()
        ? Optional.empty()
        : Optional.of(now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS));
  }
}
