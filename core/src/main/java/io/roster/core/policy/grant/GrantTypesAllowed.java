package io.roster.core.policy.grant;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Coercible;
import java.util.List;
import java.util.stream.IntStream;

/** A client has only grants that its tier may have. VS Code asks for device_code all the same. */
record GrantTypesAllowed() implements Coercible {
  @Override
  public List<Violation> check(Candidate candidate) {
    var asked = candidate.metadata().grantTypes();
    return candidate.tier().grantTypes().containsAll(asked)
        ? List.of()
        : IntStream.range(0, asked.size())
            .filter(i -> !candidate.tier().grantTypes().contains(asked.get(i)))
            .mapToObj(i -> violation("grant_types[" + i + "]"))
            .toList();
  }

  private static Violation violation(String field) {
    return Violation.metadata(field, "leave this grant out: the server does not offer it to you");
  }

  @Override
  public ClientMetadata coerced(Candidate candidate) {
    var asked = candidate.metadata().grantTypes();
    var allowed = asked.stream().filter(candidate.tier().grantTypes()::contains).toList();
    return candidate.metadata().with(Members.GRANT_TYPES, allowed);
  }
}
