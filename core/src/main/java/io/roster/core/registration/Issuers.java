package io.roster.core.registration;

import io.roster.core.client.ClientIdIssuer;
import io.roster.core.credential.CredentialIssuer;
import io.roster.core.credential.Digester;
import io.roster.core.credential.SecretIssuer;
import io.roster.core.settings.RegistrationSettings;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Everything a registrar hands out, and the clock it goes by. */
public record Issuers(
    ClientIdIssuer ids, CredentialIssuer credentials, Digester digester, InstantSource clock) {
  /** Issuers by the operator's settings; {@code random} has to be cryptographically strong. */
  public static Issuers of(
      RegistrationSettings settings,
      Digester digester,
      InstantSource clock,
      RandomGenerator random) {
    return new Issuers(
        new ClientIdIssuer(settings.clientIdPrefix(), clock, random),
        new CredentialIssuer(new SecretIssuer(random), digester),
        digester,
        clock);
  }
}
