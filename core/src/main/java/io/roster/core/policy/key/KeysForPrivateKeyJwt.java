package io.roster.core.policy.key;

import io.roster.core.key.JsonWebKey;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;
import java.util.Set;

/** A client that signs its way in registers a key that can verify a signature. */
record KeysForPrivateKeyJwt() implements RegistrationPolicy {
  private static final Set<String> CURVES = Set.of("P-256", "P-384", "P-521");

  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    boolean needed = metadata.tokenEndpointAuthMethod() == TokenEndpointAuthMethod.PRIVATE_KEY_JWT;
    boolean there =
        metadata.jwks().filter(KeysForPrivateKeyJwt::canVerify).isPresent()
            || metadata.get(Members.JWKS_URI).isPresent();
    return needed && !there
        ? List.of(
            Violation.metadata(
                Members.JWKS, "private_key_jwt needs an RSA or EC signing key in jwks"))
        : List.of();
  }

  private static boolean canVerify(JsonWebKeySet keys) {
    return keys.keys().stream().anyMatch(KeysForPrivateKeyJwt::canVerify);
  }

  private static boolean canVerify(JsonWebKey key) {
    boolean rsa = key.type().equals("RSA");
    boolean ec = key.type().equals("EC") && key.text("crv").filter(CURVES::contains).isPresent();
    return (rsa || ec) && key.text("use").orElse("sig").equals("sig");
  }
}
