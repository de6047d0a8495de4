package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Violation;
import java.util.List;

/** Localised members are bounded like all others. */
record FewLanguages(int most) implements Strippable {
  @Override
  public ClientMetadata stripped(Candidate candidate) {
    return candidate.metadata().withLocalized(variant -> false);
  }

  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate.metadata().localized().size() <= most
        ? List.of()
        : List.of(
            Violation.metadata(
                "client_name", "send at most " + most + " members with a language tag"));
  }
}
