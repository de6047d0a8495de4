package io.roster.store.sql;

/** Work that can be done together with other work of its kind, for the price of one. */
public interface Mergeable<T> extends Work<T> {
  /** What does such work together; equal for all that goes together. */
  Merger<T> merger();
}
