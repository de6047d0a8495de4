package io.roster.core.policy;

import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.List;

/** After narrowing, a grant is left that a client can begin with. */
record GrantTypesUsable() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate.metadata().grantTypes().contains(GrantType.AUTHORIZATION_CODE)
        ? List.of()
        : List.of(
            Violation.metadata(
                Members.GRANT_TYPES,
                "include authorization_code; refresh_token may stand beside it, all else is dropped"));
  }
}
