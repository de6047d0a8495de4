package io.roster.core.metadata;

/** A value of {@code response_types}, RFC 7591 section 2; any text may be asked for. */
public record ResponseType(String value) {
  public static final ResponseType CODE = new ResponseType("code");
}
