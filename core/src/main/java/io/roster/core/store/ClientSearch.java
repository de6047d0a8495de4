package io.roster.core.store;

/** Looks for clients among very many; part of every ClientStore. */
public interface ClientSearch {
  /**
   * Returns the next clients that the query describes, in the order of their identifiers. Looks at
   * a bounded number of clients, so that a page may have fewer than asked for, or none, and still
   * say where to go on.
   */
  ClientPage search(ClientQuery query, Paging paging);
}
