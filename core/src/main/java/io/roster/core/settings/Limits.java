package io.roster.core.settings;

/** How much a client may send. Counts are entries, lengths are characters. */
public record Limits(
    int redirectUris, int uriLength, int nameLength, int entries, int entryLength, int keys) {
  public Limits {
    atLeastOne("redirect-uris", redirectUris);
    atLeastOne("uri-length", uriLength);
    atLeastOne("name-length", nameLength);
    atLeastOne("entries", entries);
    atLeastOne("entry-length", entryLength);
    atLeastOne("keys", keys);
  }

  /** Room for every client we know, and little more. */
  public static Limits standard() {
    return new Limits(20, 2048, 256, 32, 256, 16);
  }

  private static void atLeastOne(String property, int value) {
    if (value < 1 || value > 10_000) {
      throw new IllegalArgumentException(
          "roster.limits." + property + " must be between 1 and 10000, not " + value);
    }
  }
}
