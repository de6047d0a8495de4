package io.roster.core.client;

/**
 * The identifier of a client, RFC 6749 section 2.2: 1 to 128 visible ASCII characters, or up to 512
 * where it is the URL of a Client ID Metadata Document.
 */
public record ClientId(String value) implements Comparable<ClientId> {
  /** The most characters an identifier has that is a URL. */
  public static final int LONGEST_URL = 512;

  private static final int LONGEST = 128;

  public ClientId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a client id has 1 to 128 visible ASCII characters");
    }
  }

  /** Whether a stranger's text could be an identifier at all. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && (value.length() <= LONGEST || (value.length() <= LONGEST_URL && isUrl(value)))
        && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** Whether this can only be the URL of a metadata document; no other identifier begins so. */
  public boolean isUrl() {
    return isUrl(value);
  }

  /** Whether a stranger's text can only be the URL of a metadata document. */
  public static boolean isUrl(String value) {
    return value.startsWith("http") && value.indexOf("://") > 0;
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
