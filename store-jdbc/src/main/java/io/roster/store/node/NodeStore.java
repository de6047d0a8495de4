package io.roster.store.node;

/**
 * Where the nodes that serve one database say that they live. Implementations are thread-safe and
 * throw StoreUnavailableException when the store can't answer.
 */
public interface NodeStore {
  /** Says that this node lives; returns how many said so lately, itself included. */
  int announce(String node);

  /** Says that this node serves no longer. */
  void withdraw(String node);
}
