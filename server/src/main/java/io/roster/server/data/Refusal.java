package io.roster.server.data;

/** Something the operator has to change; the message says what, in one line, for the terminal. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }

  /** A failure in one line: its message, and that of its cause where it has one. */
  public static String inOneLine(Throwable failure) {
    var cause = failure.getCause();
    return cause == null || cause.getMessage() == null
        ? firstLine(failure)
        : firstLine(failure) + " (" + firstLine(cause) + ")";
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
