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
    /**
     * What all refresh tokens of a grant share, so that one that was rotated out is recognised
     * however long ago; whoever presents it has stolen it or lost it.
     */
    SPENT_REFRESH_TOKEN
  }
}
