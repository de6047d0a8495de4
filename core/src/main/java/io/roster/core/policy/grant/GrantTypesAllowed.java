package io.roster.core.policy.grant;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Coercible;
import java.util.List;

/** A client has only grants that its tier may have. VS Code asks for device_code all the same. */
record GrantTypesAllowed() implements Coercible {
  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate.tier().grantTypes().containsAll(candidate.metadata().grantTypes())
        ? List.of()
        : List.of(
            Violation.metadata(
                Members.GRANT_TYPES, "leave out grants that the server does not offer you"));
  }

  @Override
  public ClientMetadata coerced(Candidate candidate) {
    var asked = candidate.metadata().grantTypes();
    var allowed = asked.stream().filter(candidate.tier().grantTypes()::contains).toList();
    return candidate.metadata().with(Members.GRANT_TYPES, allowed);
  }
}
