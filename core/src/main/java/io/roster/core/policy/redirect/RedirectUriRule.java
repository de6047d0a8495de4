package io.roster.core.policy.redirect;

import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Applies one objection to each redirect URI and names the offender by its position. */
final class RedirectUriRule {
  private RedirectUriRule() {}

  static List<Violation> each(
      Candidate candidate, Function<RedirectUri, Optional<String>> objection) {
    var uris = candidate.metadata().redirectUris();
    return IntStream.range(0, uris.size())
        .boxed()
        .flatMap(
            i ->
                objection
                    .apply(uris.get(i))
                    .map(advice -> Violation.redirectUri(i, advice))
                    .stream())
        .toList();
  }

  /** As {@link #each}, for rules with nothing to say about what does not even parse. */
  static List<Violation> eachParsed(
      Candidate candidate, Function<AbsoluteUri, Optional<String>> objection) {
    return each(candidate, redirect -> redirect.parsed().flatMap(objection));
  }
}
