package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;

/** A rule whose violations go away with the entries that cause them. */
public interface Strippable extends RegistrationPolicy {
  /** Returns the metadata without what breaks this rule. */
  ClientMetadata stripped(Candidate candidate);
}
