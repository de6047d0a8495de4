package io.roster.store.idempotency;

/** What came of the attempt to be the first with a key. */
public sealed interface Claim {
  /** Nobody came with this key before; whoever did claim it goes on. */
  record First() implements Claim {}

  /** Somebody with this key is still at it, or was cut short a moment ago. */
  record Underway() implements Claim {}

  /** The key was used for this request, and it was answered with this. */
  record Answered(String request, String reply) implements Claim {}

  /** More keys are remembered than may be. */
  record Full() implements Claim {}
}
