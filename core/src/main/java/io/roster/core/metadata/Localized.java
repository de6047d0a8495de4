package io.roster.core.metadata;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A member's value for one language, {@code client_name#fr}; RFC 7591 section 2.2. */
public record Localized(Member<String> member, String language, String text) {
  private static final Pattern LANGUAGE_TAG =
      Pattern.compile("[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8}){0,7}");

  /** The member and language of a wire name, or nothing when it is not a localised name we know. */
  static Optional<Localized> named(String wireName, String text) {
    int hash = wireName.indexOf('#');
    if (hash < 0 || !LANGUAGE_TAG.matcher(wireName.substring(hash + 1)).matches()) {
      return Optional.empty();
    }
    return Members.findLocalizable(wireName.substring(0, hash))
        .map(member -> new Localized(member, wireName.substring(hash + 1), text));
  }

  /** The name on the wire, with the language as it was written. */
  public String wireName() {
    return member.name() + "#" + language;
  }

  /** A name that is equal for tags that differ in case only, as RFC 7591 section 2.2 asks. */
  String foldedName() {
    return member.name() + "#" + language.toLowerCase(Locale.ROOT);
  }
}
