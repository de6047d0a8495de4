package io.roster.core.profile;

import java.util.Locale;

/** How well it is known that an application registers as its profile says. */
public enum Confidence {
  /** A registration of it was recorded. */
  CAPTURED,
  /** Its source code or the vendor's documents say so. */
  SOURCE,
  /** Reported by others; the exact request was not seen. */
  ILLUSTRATIVE;

  /** The confidence as the profiles' file spells it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
