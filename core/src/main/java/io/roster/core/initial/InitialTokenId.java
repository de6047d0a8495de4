package io.roster.core.initial;

/** The name of an initial access token, which is no secret: 1 to 64 letters, digits, - and _. */
public record InitialTokenId(String value) implements Comparable<InitialTokenId> {
  public InitialTokenId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "the id of an initial access token has 1 to 64 letters, digits, - and _");
    }
  }

  /** Whether a stranger's text could be such a name at all. */
  public static boolean isValid(String value) {
    return value.matches("[A-Za-z0-9_-]{1,64}");
  }

  @Override
  public int compareTo(InitialTokenId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
