package io.roster.core.policy.key;

import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;
import java.util.Set;

/** A client assertion is signed with a private key: never unsigned, never with a shared secret. */
record AsymmetricSigningAlgorithm() implements RegistrationPolicy {
  private static final Set<String> ALLOWED =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate
        .metadata()
        .get(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG)
        .filter(algorithm -> !ALLOWED.contains(algorithm))
        .map(
            algorithm ->
                Violation.metadata(
                    Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG,
                    "use RS, PS or ES with 256, 384 or 512 bits, such as ES256"))
        .stream()
        .toList();
  }
}
