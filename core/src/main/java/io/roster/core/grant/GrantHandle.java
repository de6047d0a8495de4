package io.roster.core.grant;

import io.roster.core.credential.Digest;

/** The digest of a value by which a grant can be found, and what kind of value that is. */
public record GrantHandle(Kind kind, Digest digest) {
  /** What a handle was taken of. */
  public enum Kind {
    /** The state of a pending consent. */
    CONSENT_STATE,
    AUTHORIZATION_CODE,
    ACCESS_TOKEN,
    REFRESH_TOKEN,
    /** A refresh token that was rotated out; whoever presents it has stolen it or lost it. */
    SPENT_REFRESH_TOKEN,
    ID_TOKEN
  }
}
