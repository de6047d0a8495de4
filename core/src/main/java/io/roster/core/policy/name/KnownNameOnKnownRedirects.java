package io.roster.core.policy.name;

import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.profile.Likeness.Impersonates;
import io.roster.core.profile.Profiles;
import java.util.List;

/**
 * Who registers as a well-known application has codes sent only where that one receives them, RFC
 * 7591 section 5.
 */
public record KnownNameOnKnownRedirects(Profiles profiles) implements RegistrationPolicy {
  private static final String OTHER_NAME =
      "use a name of your own, or only redirect URIs of the application that is known by this one";
  private static final String OTHER_ID =
      "use a software_id of your own, or only redirect URIs of the software that is known by it";

  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    if (!(profiles.likeness(metadata) instanceof Impersonates)) {
      return List.of();
    }
    var redirects = metadata.redirectUris();
    var names =
        ClientNames.violations(
            metadata, name -> profiles.named(name, redirects) instanceof Impersonates, OTHER_NAME);
    return names.isEmpty() ? List.of(Violation.metadata(Members.SOFTWARE_ID, OTHER_ID)) : names;
  }
}
