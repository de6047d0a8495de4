package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text that a person will read shows what it holds: no hidden, reordering or missing characters.
 */
record TextDisplayable(int longest) implements RegistrationPolicy {
  private static final List<Member<String>> TEXTS =
      List.of(Members.CLIENT_NAME, Members.SOFTWARE_ID, Members.SOFTWARE_VERSION);

  @Override
  public List<Violation> check(Candidate candidate) {
    return Stream.concat(plain(candidate.metadata()), localized(candidate.metadata())).toList();
  }

  private Stream<Violation> plain(ClientMetadata metadata) {
    return TEXTS.stream()
        .flatMap(
            member ->
                metadata.get(member).flatMap(text -> violation(member.name(), text)).stream());
  }

  private Stream<Violation> localized(ClientMetadata metadata) {
    return metadata.localized().stream()
        .filter(variant -> TEXTS.contains(variant.member()))
        .flatMap(variant -> violation(variant.wireName(), variant.text()).stream());
  }

  private Optional<Violation> violation(String field, String text) {
    if (text.codePointCount(0, text.length()) > longest) {
      return Optional.of(Violation.metadata(field, "use at most " + longest + " characters"));
    }
    return DisplayText.isClean(text)
        ? Optional.empty()
        : Optional.of(Violation.metadata(field, "use visible characters only"));
  }
}
