package io.roster.core.policy.key;

import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;

/** Keys come by value or by reference, never both, RFC 7591 section 2. */
record OneSourceOfKeys() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    return metadata.jwks().isPresent() && metadata.get(Members.JWKS_URI).isPresent()
        ? List.of(Violation.metadata(Members.JWKS, "send jwks or jwks_uri, not both"))
        : List.of();
  }
}
