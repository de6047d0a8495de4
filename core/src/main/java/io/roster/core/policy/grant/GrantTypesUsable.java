package io.roster.core.policy.grant;

import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;

/** After narrowing, a grant is left that a client can begin with. */
record GrantTypesUsable() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    var grants = candidate.metadata().grantTypes();
    return grants.contains(GrantType.AUTHORIZATION_CODE)
            || grants.contains(GrantType.CLIENT_CREDENTIALS)
        ? List.of()
        : List.of(
            Violation.metadata(
                Members.GRANT_TYPES,
                "include authorization_code; refresh_token may stand beside it, all else is dropped"));
  }
}
