package io.roster.core.metadata;

import io.roster.core.json.Json;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import java.util.ArrayList;
import java.util.List;

/** Reads the members we know, RFC 7591 section 2, and ignores all others, as it demands. */
public final class MetadataReader {
  private MetadataReader() {}

  /** Returns the metadata, or every member of the wrong type. Null and "" count as left out. */
  public static Reading read(Json.Members body) {
    var draft = new ClientMetadata.Draft(ClientMetadata.EMPTY);
    var violations = new ArrayList<Violation>();
    body.values()
        .forEach(
            (name, value) -> {
              if (!isBlank(value)) {
                Members.find(name)
                    .ifPresentOrElse(
                        member -> readMember(member, value, draft, violations),
                        () -> readLocalized(name, value, draft, violations));
              }
            });
    return violations.isEmpty() ? new Parsed(draft.toMetadata()) : new Malformed(violations);
  }

  private static <T> void readMember(
      Member<T> member, Json value, ClientMetadata.Draft draft, List<Violation> violations) {
    member
        .shape()
        .read(value)
        .ifPresentOrElse(
            read -> draft.put(member, read),
            () -> violations.add(violation(member, member.shape().demand())));
  }

  private static void readLocalized(
      String name, Json value, ClientMetadata.Draft draft, List<Violation> violations) {
    var text = value instanceof Json.Text(var content) ? content : "";
    Localized.named(name, text)
        .ifPresent(
            variant -> {
              if (!(value instanceof Json.Text)) {
                violations.add(Violation.metadata(variant.wireName(), "send a string"));
              } else if (draft.has(variant)) {
                violations.add(
                    Violation.metadata(variant.wireName(), "send each language only once"));
              } else {
                draft.put(variant);
              }
            });
  }

  private static Violation violation(Member<?> member, String advice) {
    return member == Members.REDIRECT_URIS
        ? Violation.redirectUris(advice)
        : Violation.metadata(member, advice);
  }

  private static boolean isBlank(Json value) {
    return value.equals(Json.NULL) || value.equals(Json.of(""));
  }
}
