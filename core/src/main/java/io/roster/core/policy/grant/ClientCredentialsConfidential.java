package io.roster.core.policy.grant;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Coercible;
import java.util.List;

/** A client that acts for itself proves who it is, OAuth 2.1 section 4.2. */
record ClientCredentialsConfidential() implements Coercible {
  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    boolean acts = metadata.grantTypes().contains(GrantType.CLIENT_CREDENTIALS);
    return acts && metadata.tokenEndpointAuthMethod() == TokenEndpointAuthMethod.NONE
        ? List.of(
            Violation.metadata(
                Members.GRANT_TYPES,
                "leave out client_credentials, or use a token_endpoint_auth_method but none"))
        : List.of();
  }

  @Override
  public ClientMetadata coerced(Candidate candidate) {
    var left =
        candidate.metadata().grantTypes().stream()
            .filter(grant -> !grant.equals(GrantType.CLIENT_CREDENTIALS))
            .toList();
    return candidate.metadata().with(Members.GRANT_TYPES, left);
  }
}
