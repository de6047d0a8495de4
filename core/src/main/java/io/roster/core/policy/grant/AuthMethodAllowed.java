package io.roster.core.policy.grant;

import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.List;
import java.util.stream.Collectors;

/** A client proves itself in a way that its tier may. It is never given another one silently. */
record AuthMethodAllowed() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    var allowed = candidate.tier().authMethods();
    return allowed.contains(candidate.metadata().tokenEndpointAuthMethod())
        ? List.of()
        : List.of(
            Violation.metadata(
                Members.TOKEN_ENDPOINT_AUTH_METHOD,
                "use "
                    + allowed.stream()
                        .sorted()
                        .map(TokenEndpointAuthMethod::wireName)
                        .collect(Collectors.joining(" or "))));
  }
}
