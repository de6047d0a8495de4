package io.roster.core.client;

import java.util.Locale;

/** Why a client is gone. */
public enum Ending {
  /** It deleted itself, RFC 7592 section 2.3. */
  DELETED_BY_CLIENT,
  /** An administrator deleted it. */
  DELETED_BY_ADMINISTRATOR,
  /** Nobody had used it since it registered. */
  NEVER_USED,
  /** Nobody had used it for a long time. */
  IDLE,
  /** Nobody had used it since it registered, and a new client needed its place. */
  EVICTED;

  /** The reason as stores and replies spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether someone wanted it to go, and not just time. */
  public boolean isDeliberate() {
    return this == DELETED_BY_CLIENT || this == DELETED_BY_ADMINISTRATOR;
  }
}
