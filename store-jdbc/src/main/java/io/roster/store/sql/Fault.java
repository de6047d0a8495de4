package io.roster.store.sql;

/** Whose fault it is that a statement failed, and so what helps. */
public enum Fault {
  /** The statement's own: it fails again, however often it is run. */
  STATEMENT,
  /** Another transaction's, which was in the way: to run it all again helps. */
  CONFLICT,
  /** The connection's, which is of no more use: a new one may help at once. */
  CONNECTION,
  /** The database's, the disk's or another process's: only time helps. */
  OUTAGE
}
