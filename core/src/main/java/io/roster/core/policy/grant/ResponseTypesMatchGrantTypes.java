package io.roster.core.policy.grant;

import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;

/** The response type code and the grant authorization_code come together, RFC 7591 section 2.1. */
record ResponseTypesMatchGrantTypes() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    boolean grant = metadata.grantTypes().contains(GrantType.AUTHORIZATION_CODE);
    boolean response = metadata.responseTypes().contains(ResponseType.CODE);
    if (grant == response) {
      return List.of();
    }
    return List.of(
        grant
            ? Violation.metadata(
                Members.RESPONSE_TYPES, "include code, which authorization_code needs")
            : Violation.metadata(
                Members.GRANT_TYPES, "include authorization_code, which response type code needs"));
  }
}
