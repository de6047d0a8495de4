package io.roster.core.statement;

import io.roster.core.metadata.ClientMetadata;

/** What came of verifying a software statement, RFC 7591 section 2.3. */
public sealed interface Verdict {
  /** Signed by an issuer the operator trusts. */
  record Trusted(String issuer, ClientMetadata claims) implements Verdict {}

  /** Not a proper statement, badly signed or out of date; {@code advice} says what to change. */
  record Invalid(String advice) implements Verdict {}

  /** Perhaps a proper statement, but of nobody the operator trusts. */
  record Unapproved(String advice) implements Verdict {}

  /** The issuer's keys can't be had now; the same statement may be good later. */
  record Unavailable() implements Verdict {}
}
