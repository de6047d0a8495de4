package io.roster.server.cli.option;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells on a terminal how far long work is; says nothing to a file or a pipe. */
public final class Progress implements AutoCloseable {
  /** Set by the launcher, which can tell what standard error is. */
  public static final String TERMINAL = "roster.terminal";

  private static final long EVERY_NANOS = 200_000_000;

  private final PrintWriter err;
  private final String what;
  private final boolean isShown = Boolean.getBoolean(TERMINAL);
  private long last = System.nanoTime() - EVERY_NANOS;
  private boolean hasWritten;

  public Progress(PrintWriter err, String what) {
    this.err = err;
    this.what = what;
  }

  /** So many are done. */
  public void at(long count) {
    long now = System.nanoTime();
    if (isShown && now - last >= EVERY_NANOS) {
      err.print(String.format(Locale.ROOT, "\r%s %,d", what, count));
      err.flush();
      last = now;
      hasWritten = true;
    }
  }

  /** Leaves the line as it was found. */
  @Override
  public void close() {
    if (hasWritten) {
      err.print("\r" + " ".repeat(what.length() + 20) + "\r");
      err.flush();
    }
  }
}
