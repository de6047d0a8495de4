package io.roster.core.policy;

import io.roster.core.metadata.Violation;
import java.util.List;

/** A client of a tier whose clients are approved one by one waits for its approval. */
record NoApprovalNeeded() implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate.tier().approval()
        ? List.of(Violation.metadata("client_id", "ask the operator of the server for an approval"))
        : List.of();
  }
}
