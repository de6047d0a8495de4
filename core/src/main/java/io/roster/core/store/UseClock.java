package io.roster.core.store;

/** Which of its two clocks a client is on. */
public enum UseClock {
  /** Nobody has used it yet; the clock runs since it registered. */
  NEVER_USED,
  /** It has been used; the clock runs since it was used last. */
  IDLE
}
