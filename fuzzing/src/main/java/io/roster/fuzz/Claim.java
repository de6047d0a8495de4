package io.roster.fuzz;

/** States what must hold; Jazzer reports the input for which it does not. */
final class Claim {
  private Claim() {}

  static void holds(boolean condition, String claim) {
    if (!condition) {
      throw new IllegalStateException("does not hold: " + claim);
    }
  }
}
