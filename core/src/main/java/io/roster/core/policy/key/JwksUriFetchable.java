package io.roster.core.policy.key;

import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.uri.AbsoluteUri;
import java.util.List;
import java.util.Optional;

/** Keys by reference lie behind https on a public host; nothing is fetched to find out. */
record JwksUriFetchable(int longest) implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    return candidate
        .metadata()
        .get(Members.JWKS_URI)
        .filter(text -> text.length() > longest || !isFetchable(AbsoluteUri.parse(text)))
        .map(
            text ->
                Violation.metadata(
                    Members.JWKS_URI,
                    "use an https URL on a public host, without user name or fragment"))
        .stream()
        .toList();
  }

  private static boolean isFetchable(Optional<AbsoluteUri> parsed) {
    return parsed
        .filter(uri -> uri.scheme().equals("https") && uri.isWeb())
        .filter(uri -> uri.fragment().isEmpty() && !uri.hasUserinfo())
        .filter(uri -> !uri.isLocal())
        .isPresent();
  }
}
