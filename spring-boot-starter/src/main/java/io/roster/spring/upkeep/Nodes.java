package io.roster.spring.upkeep;

/** How many nodes serve one database together. */
@FunctionalInterface
public interface Nodes {
  /** Counts them, this one included; it costs nothing to ask. */
  int count();

  /** A node whose database no other can share. */
  static Nodes alone() {
    return () -> 1;
  }
}
