package io.roster.store.sql;

/** The databases whose SQL the stores speak. */
public enum Dialect {
  SQLITE,
  POSTGRESQL
}
