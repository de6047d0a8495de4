package io.roster.core.policy.redirect;

import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Applies one objection to each redirect URI and names the offender by its position. */
final class RedirectUriRule {
  private RedirectUriRule() {}

  static List<Violation> each(
      Candidate candidate, Function<RedirectUri, Optional<String>> objection) {
    var uris = candidate.metadata().redirectUris();
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < uris.size(); i++) {
      int position = i;
      objection
          .apply(uris.get(i))
          .ifPresent(advice -> violations.add(Violation.redirectUri(position, advice)));
    }
    return violations;
  }

  /** As {@link #each}, for rules with nothing to say about what does not even parse. */
  static List<Violation> eachParsed(
      Candidate candidate, Function<AbsoluteUri, Optional<String>> objection) {
    return each(candidate, redirect -> redirect.parsed().flatMap(objection));
  }
}
