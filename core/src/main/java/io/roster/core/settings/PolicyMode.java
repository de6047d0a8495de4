package io.roster.core.settings;

import java.util.Locale;

/** What is done about a client that breaks a rule. */
public enum PolicyMode {
  /** The client is refused. */
  REJECT,
  /** What the rule allows is set instead of what was sent, RFC 7591 section 2. */
  COERCE,
  /** What offends is dropped. */
  STRIP,
  /** The client is registered but can't be used before an administrator approves it. */
  HOLD,
  /** The client is registered; logs and the operator's pages tell. */
  WARN;

  /** The mode as settings and replies spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What was done under this mode, in one word. */
  public String done() {
    return switch (this) {
      case REJECT -> "rejected";
      case COERCE -> "coerced";
      case STRIP -> "stripped";
      case HOLD -> "held";
      case WARN -> "warned";
    };
  }
}
