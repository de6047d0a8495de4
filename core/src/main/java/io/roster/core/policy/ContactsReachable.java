package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A contact is an e-mail address or a URL: something one can write to. */
record ContactsReachable(int most, int longest) implements Strippable {
  private static final Pattern REACHABLE =
      Pattern.compile("[^\\s@<>]+@[^\\s@<>]+|(?:https?://|mailto:|tel:)[\\x21-\\x7E]+");

  @Override
  public List<Violation> check(Candidate candidate) {
    var contacts = candidate.metadata().get(Members.CONTACTS).orElse(List.of());
    if (contacts.size() > most) {
      return List.of(Violation.metadata(Members.CONTACTS, "send at most " + most + " contacts"));
    }
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < contacts.size(); i++) {
      var contact = contacts.get(i);
      if (!isReachable(contact)) {
        violations.add(Violation.metadata("contacts[" + i + "]", "use an e-mail address or a URL"));
      }
    }
    return violations;
  }

  @Override
  public ClientMetadata stripped(Candidate candidate) {
    var contacts = candidate.metadata().get(Members.CONTACTS).orElse(List.of());
    var kept = contacts.stream().filter(this::isReachable).limit(most).toList();
    return candidate.metadata().with(Members.CONTACTS, kept);
  }

  private boolean isReachable(String contact) {
    return contact.length() <= longest
        && REACHABLE.matcher(contact).matches()
        && DisplayText.isClean(contact);
  }
}
