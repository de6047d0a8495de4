package io.roster.core.policy.key;

import io.roster.core.key.JsonWebKey;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.key.PublicKeyCheck;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Registered keys are public, sound and strong; a leaked private key is refused loudly. */
record PublicKeysOnly(int most) implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate.metadata().jwks().map(this::check).orElse(List.of());
  }

  private List<Violation> check(JsonWebKeySet set) {
    var keys = set.keys();
    if (keys.size() > most) {
      return List.of(Violation.metadata(Members.JWKS, "send at most " + most + " keys"));
    }
    return IntStream.range(0, keys.size())
        .boxed()
        .flatMap(i -> objection(keys.get(i)).map(advice -> violation(i, advice)).stream())
        .toList();
  }

  private static Optional<String> objection(JsonWebKey key) {
    return key.isSecret()
        ? Optional.of("send public keys only, and replace this one: it is no longer secret")
        : PublicKeyCheck.objection(key);
  }

  private static Violation violation(int index, String advice) {
    return Violation.metadata("jwks.keys[" + index + "]", advice);
  }
}
