package io.roster.core.metadata;

import java.util.Locale;

/** One reason metadata is refused, worded for the client's developer and free of what was sent. */
public record Violation(Code code, String field, String advice) {
  /** The registration error codes of RFC 7591 section 3.2.2; no others may leave the server. */
  public enum Code {
    INVALID_REDIRECT_URI,
    INVALID_CLIENT_METADATA,
    INVALID_SOFTWARE_STATEMENT,
    UNAPPROVED_SOFTWARE_STATEMENT;

    /** The code as RFC 7591 spells it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Violation {
    if (field.isBlank() || advice.isBlank()) {
      throw new IllegalArgumentException("name the field and say what to change");
    }
  }

  /** A fault of the redirect URI at this place in {@code redirect_uris}. */
  public static Violation redirectUri(int index, String advice) {
    return new Violation(Code.INVALID_REDIRECT_URI, "redirect_uris[" + index + "]", advice);
  }

  /** A fault of {@code redirect_uris} as a whole. */
  public static Violation redirectUris(String advice) {
    return new Violation(Code.INVALID_REDIRECT_URI, "redirect_uris", advice);
  }

  /** A fault of any other member. */
  public static Violation metadata(String field, String advice) {
    return new Violation(Code.INVALID_CLIENT_METADATA, field, advice);
  }

  public static Violation metadata(Member<?> member, String advice) {
    return metadata(member.name(), advice);
  }
}
