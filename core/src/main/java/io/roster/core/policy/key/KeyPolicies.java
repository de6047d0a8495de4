package io.roster.core.policy.key;

import io.roster.core.policy.Rule;
import io.roster.core.settings.Limits;
import java.util.List;
import java.util.stream.Stream;

/** How a client may prove itself without a secret, in the order violations are reported. */
public final class KeyPolicies {
  private KeyPolicies() {}

  public static List<Rule> of(Limits limits) {
    return Stream.of(
            new OneSourceOfKeys(),
            new KeysForPrivateKeyJwt(),
            new PublicKeysOnly(limits.keys()),
            new JwksUriFetchable(limits.uriLength()),
            new AsymmetricSigningAlgorithm(),
            new OneTlsSubject(limits.entryLength()))
        .map(Rule::firm)
        .toList();
  }
}
