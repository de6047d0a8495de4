package io.roster.core.credential;

/** A credential shown once, when issued, and kept afterwards only as a digest. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The plain value. Call it where a reply is written or a digest is taken, nowhere else. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
