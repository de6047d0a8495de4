package io.roster.core.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a client is trusted, by the way it came; each tier has settings of its own. */
public enum Tier {
  /** Registered itself and proved nothing, RFC 7591 section 3. */
  OPEN,
  /** Is known by the metadata document it publishes, whose URL is its identifier. */
  DOCUMENT,
  /** Presented an initial access token of the operator's. */
  TOKEN,
  /** Presented a software statement of an issuer that the operator trusts, RFC 7591 section 2.3. */
  STATEMENT,
  /** Was admitted by an administrator. */
  ADMINISTRATOR;

  /** The tier as settings and replies spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The more trusted of both. */
  public Tier or(Tier other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Finds the tier of this name, spelled as {@link #wireName} does. */
  public static Optional<Tier> find(String name) {
    return Arrays.stream(values()).filter(tier -> tier.wireName().equals(name)).findFirst();
  }
}
