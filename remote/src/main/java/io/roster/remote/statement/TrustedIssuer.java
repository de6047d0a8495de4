package io.roster.remote.statement;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Somebody whose software statements the operator believes.
 *
 * @param keys returns the keys, for a kid if one is named; nothing while they can't be had
 * @param algorithms what its statements may be signed with; asymmetric ones only
 * @param audience what its statements must be meant for, where that is checked
 */
public record TrustedIssuer(
    String issuer,
    Function<Optional<String>, Optional<JWKSet>> keys,
    Set<JWSAlgorithm> algorithms,
    Optional<String> audience) {
  public TrustedIssuer {
    algorithms = Set.copyOf(algorithms);
    if (issuer.isBlank()) {
      throw new IllegalArgumentException("roster.statements.issuers must each name their issuer");
    }
    if (algorithms.isEmpty() || !JWSAlgorithm.Family.SIGNATURE.containsAll(algorithms)) {
      throw new IllegalArgumentException(
          "roster.statements.issuers.algorithms must be asymmetric, such as ES256 or RS256");
    }
  }
}
