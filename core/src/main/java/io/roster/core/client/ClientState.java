package io.roster.core.client;

import java.util.Locale;

/** Whether a client may be used. Only the operator's decisions and policies change it. */
public enum ClientState {
  /** Waits for an administrator's approval. */
  PENDING,
  /** May authorize. */
  ACTIVE,
  /** Was switched off by an administrator, who can switch it on again. */
  DISABLED,
  /** An administrator decided against it. */
  DENIED;

  /** The state as stores and replies spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
