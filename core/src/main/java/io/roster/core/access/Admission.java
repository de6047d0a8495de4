package io.roster.core.access;

/** Whether a caller may try to register. */
public sealed interface Admission {
  record Admitted() implements Admission {}

  /** Registration is not open to this caller. */
  record Refused(String advice) implements Admission {}
}
