package io.roster.core.policy.name;

import io.roster.core.client.Tier;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.profile.Skeleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * No client but an administrator's is called, or can be taken to be called, by a name that the
 * operator keeps for their own: it neither is that name nor has it as a word.
 *
 * @param reserved the names; they are kept as the words of their skeletons
 */
public record NameNotReserved(Set<String> reserved) implements RegistrationPolicy {
  public NameNotReserved {
    reserved =
        reserved.stream()
            .map(Skeleton::words)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Violation> check(Candidate candidate) {
    return reserved.isEmpty() || candidate.origin().tier() == Tier.ADMINISTRATOR
        ? List.of()
        : ClientNames.violations(
            candidate.metadata(), this::isReserved, "choose a name without reserved words");
  }

  private boolean isReserved(String name) {
    var words = Skeleton.words(name);
    var letters = words.replace(" ", "");
    var spaced = " " + words + " ";
    return reserved.stream()
        .anyMatch(own -> spaced.contains(" " + own + " ") || letters.equals(own.replace(" ", "")));
  }
}
