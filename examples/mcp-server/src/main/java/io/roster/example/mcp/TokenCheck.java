package io.roster.example.mcp;

/** What a check of an access token found. */
sealed interface TokenCheck {
  /** The token is genuine, current and meant for this server. */
  record Accepted(Caller caller) implements TokenCheck {}

  /** The token is none that this server may accept. */
  record Rejected() implements TokenCheck {}

  /** The issuer can't be asked for its keys now, so nobody knows. */
  record Undecided() implements TokenCheck {}
}
