package io.roster.core.policy.redirect;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Strippable;
import io.roster.core.uri.RedirectUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule about each redirect URI by itself; it names the offender by its position. */
interface RedirectUriRule extends Strippable {
  /** Returns what is to be changed about a URI of this candidate's; nothing when it may stay. */
  Optional<String> objection(RedirectUri redirect, Candidate candidate);

  @Override
  default List<Violation> check(Candidate candidate) {
    var uris = candidate.metadata().redirectUris();
    List<Violation> violations = List.of();
    for (int i = 0; i < uris.size(); i++) {
      var objection = objection(uris.get(i), candidate);
      if (objection.isPresent()) {
        violations = violations.isEmpty() ? new ArrayList<>() : violations;
        violations.add(Violation.redirectUri(i, objection.get()));
      }
    }
    return violations;
  }

  @Override
  default ClientMetadata stripped(Candidate candidate) {
    var metadata = candidate.metadata();
    var kept =
        metadata.redirectUris().stream()
            .filter(uri -> objection(uri, candidate).isEmpty())
            .toList();
    return metadata.with(Members.REDIRECT_URIS, kept);
  }
}
