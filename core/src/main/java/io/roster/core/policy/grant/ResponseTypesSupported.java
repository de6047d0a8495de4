package io.roster.core.policy.grant;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Coercible;
import java.util.List;
import java.util.stream.IntStream;

/** There is one response type, code, OAuth 2.1 section 4.1. */
record ResponseTypesSupported() implements Coercible {
  @Override
  public List<Violation> check(Candidate candidate) {
    var asked = candidate.metadata().responseTypes();
    return IntStream.range(0, asked.size())
        .filter(i -> !asked.get(i).equals(ResponseType.CODE))
        .mapToObj(i -> Violation.metadata("response_types[" + i + "]", "leave out all but code"))
        .toList();
  }

  @Override
  public ClientMetadata coerced(Candidate candidate) {
    var asked = candidate.metadata().responseTypes();
    return candidate
        .metadata()
        .with(Members.RESPONSE_TYPES, asked.stream().filter(ResponseType.CODE::equals).toList());
  }
}
