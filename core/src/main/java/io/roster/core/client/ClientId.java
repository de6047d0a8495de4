package io.roster.core.client;

/** The identifier issued to a client, RFC 6749 section 2.2: 1 to 128 visible ASCII characters. */
public record ClientId(String value) implements Comparable<ClientId> {
  public ClientId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a client id has 1 to 128 visible ASCII characters");
    }
  }

  /** Whether a stranger's text could be an identifier at all. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= 128
        && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  @Override
  public int compareTo(ClientId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
