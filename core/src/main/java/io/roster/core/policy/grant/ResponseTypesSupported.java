package io.roster.core.policy.grant;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Coercible;
import java.util.List;

/** There is one response type, code, OAuth 2.1 section 4.1. */
record ResponseTypesSupported() implements Coercible {
  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate.metadata().responseTypes().stream().allMatch(ResponseType.CODE::equals)
        ? List.of()
        : List.of(
            Violation.metadata(Members.RESPONSE_TYPES, "leave out all response types but code"));
  }

  @Override
  public ClientMetadata coerced(Candidate candidate) {
    var asked = candidate.metadata().responseTypes();
    return candidate
        .metadata()
        .with(Members.RESPONSE_TYPES, asked.stream().filter(ResponseType.CODE::equals).toList());
  }
}
