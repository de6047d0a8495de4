package io.roster.core.access;

import io.roster.core.credential.Secret;

/** What a caller presented to be let in, RFC 6750 section 2.1. */
public sealed interface Presented {
  record Bearer(Secret token) implements Presented {}

  record Nothing() implements Presented {}
}
