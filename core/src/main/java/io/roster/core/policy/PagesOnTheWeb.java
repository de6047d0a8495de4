package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.uri.AbsoluteUri;
import java.util.List;
import java.util.stream.Stream;

/** What a person may be shown as a link is an http or https address, in every language. */
record PagesOnTheWeb(int longest) implements Strippable {
  @Override
  public List<Violation> check(Candidate candidate) {
    return Stream.concat(plain(candidate.metadata()), localized(candidate.metadata())).toList();
  }

  @Override
  public ClientMetadata stripped(Candidate candidate) {
    var metadata = candidate.metadata();
    for (var member : Members.PAGES) {
      if (metadata.get(member).filter(this::isNoPage).isPresent()) {
        metadata = metadata.without(member);
      }
    }
    return metadata.withLocalized(
        variant -> !Members.PAGES.contains(variant.member()) || !isNoPage(variant.text()));
  }

  private Stream<Violation> plain(ClientMetadata metadata) {
    return Members.PAGES.stream()
        .filter(member -> metadata.get(member).filter(this::isNoPage).isPresent())
        .map(member -> violation(member.name()));
  }

  private Stream<Violation> localized(ClientMetadata metadata) {
    return metadata.localized().stream()
        .filter(variant -> Members.PAGES.contains(variant.member()))
        .filter(variant -> isNoPage(variant.text()))
        .map(Localized::wireName)
        .map(PagesOnTheWeb::violation);
  }

  private boolean isNoPage(String text) {
    return text.length() > longest
        || AbsoluteUri.parse(text).filter(u -> u.isWeb() && !u.hasUserinfo()).isEmpty();
  }

  private static Violation violation(String field) {
    return Violation.metadata(field, "use an absolute http or https URL in plain ASCII");
  }
}
