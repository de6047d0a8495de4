package io.roster.server.data;

/** Something the operator has to change; the message says what, in one line, for the terminal. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }
}
