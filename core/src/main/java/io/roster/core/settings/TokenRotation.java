package io.roster.core.settings;

/** When a registration access token gives way to a new one, RFC 7592 section 3. */
public enum TokenRotation {
  NEVER,
  ON_UPDATE,
  ON_READ_AND_UPDATE
}
