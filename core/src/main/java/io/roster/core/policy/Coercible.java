package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;

/** A rule that can say what to set instead of what breaks it, RFC 7591 section 2. */
public interface Coercible extends RegistrationPolicy {
  /** Returns the metadata with what this rule allows in the place of what it doesn't. */
  ClientMetadata coerced(Candidate candidate);
}
