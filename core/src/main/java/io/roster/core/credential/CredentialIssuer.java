package io.roster.core.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Issues credentials, each with a lifetime; zero means that it never expires. */
public final class CredentialIssuer {
  private final SecretIssuer secrets;
  private final Digester digester;

  public CredentialIssuer(SecretIssuer secrets, Digester digester) {
    this.secrets = secrets;
    this.digester = digester;
  }

  public Issued issue(Instant now, Duration lifetime) {
    var secret = secrets.issue();
    return new Issued(secret, new Credential(digester.digest(secret), expiry(now, lifetime)));
  }

  /** The end of a credential that starts its life now, in whole seconds as the wire has it. */
  public static Optional<Instant> expiry(Instant now, Duration lifetime) {
    return lifetime.isZero()
        ? Optional.empty()
        : Optional.of(now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS));
  }
}
