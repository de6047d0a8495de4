package io.roster.core.cimd;

import java.util.Optional;

/** Where documents come from. Remembers what it got, and asks one host once for many who wait. */
public interface Documents {
  /** Returns the document, asking its host unless that was done lately. */
  DocumentFetch get(DocumentUrl url, Demand demand);

  /** Returns the document that was found there last, however old it is; asks nobody. */
  Optional<DocumentFetch.Found> remembered(DocumentUrl url);

  /** What was found there is no good: nobody is to get it again for long. */
  void distrust(DocumentUrl url);

  /** Who wants a document. */
  enum Demand {
    /** A stranger names a client nobody knows yet. */
    UNKNOWN_CLIENT,
    /** The client is on the roster. */
    KNOWN_CLIENT
  }
}
