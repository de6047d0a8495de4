package io.roster.core.uri;

import java.util.Optional;
import java.util.Set;

/** A redirect URI, sorted by how a code sent to it travels; its text is never rewritten. */
public sealed interface RedirectUri {
  /** Travels over TLS to a web site or to an app that claims the address. */
  record Https(AbsoluteUri uri) implements RedirectUri {}

  /** Stays on the user's machine; RFC 8252 section 7.3. */
  record Loopback(AbsoluteUri uri) implements RedirectUri {}

  /** Goes to whichever app owns the scheme; RFC 8252 section 7.1. */
  record PrivateUse(AbsoluteUri uri) implements RedirectUri {}

  /** Would travel in the clear. */
  record Cleartext(AbsoluteUri uri) implements RedirectUri {}

  /** Is no absolute URI, or one that parsers read in different ways. */
  record Malformed(String text) implements RedirectUri {}

  /** The hosts that name the user's own machine, compared literally. */
  Set<String> LOOPBACK_HOSTS = Set.of("127.0.0.1", "[::1]", "localhost");

  static RedirectUri of(String text) {
    return AbsoluteUri.parse(text).map(RedirectUri::of).orElseGet(() -> new Malformed(text));
  }

  private static RedirectUri of(AbsoluteUri uri) {
    return switch (uri.scheme()) {
      case "https" -> uri.isWeb() ? new Https(uri) : new Malformed(uri.text());
      case "http" -> {
        if (!uri.isWeb()) {
          yield new Malformed(uri.text());
        }
        yield LOOPBACK_HOSTS.contains(uri.host()) ? new Loopback(uri) : new Cleartext(uri);
      }
      default -> new PrivateUse(uri);
    };
  }

  /** The URI, or nothing when it is malformed. */
  default Optional<AbsoluteUri> parsed() {
    return switch (this) {
      case Https(var uri) -> Optional.of(uri);
      case Loopback(var uri) -> Optional.of(uri);
      case PrivateUse(var uri) -> Optional.of(uri);
      case Cleartext(var uri) -> Optional.of(uri);
      case Malformed malformed -> Optional.empty();
    };
  }

  /** The redirect URI exactly as the client wrote it. */
  default String text() {
    return this instanceof Malformed(var text) ? text : parsed().orElseThrow().text();
  }

  /**
   * Whether an authorization request may use this URI where {@code registered} was registered:
   * equal character by character, except that the port of a loopback URI is free (OAuth 2.1 section
   * 8.4.2), for {@code localhost} too.
   */
  default boolean matches(RedirectUri registered) {
    return text().equals(registered.text())
        || (this instanceof Loopback(var mine)
            && registered instanceof Loopback(var theirs)
            && mine.textWithoutPort().equals(theirs.textWithoutPort()));
  }

  /** The text, without the port where any port matches. */
  default String textOnAnyPort() {
    return this instanceof Loopback(var uri) ? uri.textWithoutPort() : text();
  }
}
