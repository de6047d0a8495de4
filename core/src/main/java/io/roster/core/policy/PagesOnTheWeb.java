package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.uri.AbsoluteUri;
import java.util.ArrayList;
import java.util.List;

/** What a person may be shown as a link is an http or https address, in every language. */
record PagesOnTheWeb(int longest) implements Strippable {
  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    // Nearly every client has pages and none that is wrong.
    List<Violation> violations = List.of();
    for (var member : Members.PAGES) {
      if (metadata.get(member).filter(this::isNoPage).isPresent()) {
        violations = with(violation(member.name()), violations);
      }
    }
    for (var variant : metadata.localized()) {
      if (Members.PAGES.contains(variant.member()) && isNoPage(variant.text())) {
        violations = with(violation(variant.wireName()), violations);
      }
    }
    return violations;
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

  private boolean isNoPage(String text) {
    return text.length() > longest
        || AbsoluteUri.parse(text).filter(u -> u.isWeb() && !u.hasUserinfo()).isEmpty();
  }

  private static List<Violation> with(Violation next, List<Violation> violations) {
    var more = violations.isEmpty() ? new ArrayList<Violation>() : violations;
    more.add(next);
    return more;
  }

  private static Violation violation(String field) {
    return Violation.metadata(field, "use an absolute http or https URL in plain ASCII");
  }
}
