package io.roster.core.statement;

/** Verifies software statements, RFC 7591 section 2.3, without going anywhere for it. */
@FunctionalInterface
public interface SoftwareStatements {
  Verdict verify(String statement);

  /** Whether statements count at all; where they don't, clients may send them in vain. */
  default boolean areSupported() {
    return true;
  }

  /** Takes no notice of statements, as RFC 7591 section 2.3 allows. */
  static SoftwareStatements ignored() {
    return new SoftwareStatements() {
      @Override
      public Verdict verify(String statement) {
        return new Verdict.Unapproved("statements are not supported");
      }

      @Override
      public boolean areSupported() {
        return false;
      }
    };
  }
}
