package io.roster.core.policy.key;

import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.settings.Limits;
import java.util.List;

/** How a client may prove itself without a secret, in the order violations are reported. */
public final class KeyPolicies {
  private KeyPolicies() {}

  public static List<RegistrationPolicy> of(Limits limits) {
    return List.of(
        new OneSourceOfKeys(),
        new KeysForPrivateKeyJwt(),
        new PublicKeysOnly(limits.keys()),
        new JwksUriFetchable(limits.uriLength()),
        new AsymmetricSigningAlgorithm(),
        new OneTlsSubject(limits.entryLength()));
  }
}
