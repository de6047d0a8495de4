package io.roster.core.lifecycle;

/** Another node purges; whoever asked may ask again when it is done. */
public final class PurgeBusyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PurgeBusyException() {
    super("another node is purging");
  }
}
