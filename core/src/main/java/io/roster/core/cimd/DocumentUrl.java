package io.roster.core.cimd;

import io.roster.core.client.ClientId;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.util.Optional;

/**
 * The URL of a Client ID Metadata Document, section 3: what every parser reads in the same way, and
 * as it is written, for it is compared character by character.
 */
public record DocumentUrl(AbsoluteUri uri) {
  private static final String SHAPE =
      "use an https URL of at most %d characters with a host name in lower case and a path"
          .formatted(ClientId.LONGEST_URL);

  /** Reads an identifier; nothing when it is no such URL. */
  public static Optional<DocumentUrl> parse(String text) {
    return objection(text).isPresent()
        ? Optional.empty()
        : AbsoluteUri.parse(text).map(DocumentUrl::new);
  }

  /** Why an identifier is no such URL; nothing when it is one. */
  public static Optional<String> objection(String text) {
    var parsed = AbsoluteUri.parse(text).filter(AbsoluteUri::isWeb);
    if (parsed.isEmpty() || text.length() > ClientId.LONGEST_URL || !hasShape(parsed.get())) {
      return Optional.of(SHAPE);
    }
    var uri = parsed.get();
    if (uri.hasUserinfo() || uri.fragment().isPresent()) {
      return Optional.of("leave out user name and fragment");
    }
    return hasDotSegment(uri.path())
        ? Optional.of("leave out . and .. in the path, however they are written")
        : Optional.empty();
  }

  private static boolean hasShape(AbsoluteUri uri) {
    boolean literal = uri.text().startsWith(uri.scheme() + "://" + uri.host());
    boolean lower = uri.host().chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    boolean secure = uri.scheme().equals("https") && !uri.isLocal();
    return literal && lower && !uri.path().isEmpty() && (secure || isLoopback(uri));
  }

  private static boolean isLoopback(AbsoluteUri uri) {
    return uri.scheme().equals("http") && RedirectUri.LOOPBACK_HOSTS.contains(uri.host());
  }

  private static boolean hasDotSegment(String path) {
    for (var segment : path.split("/", -1)) {
      var plain = segment.replace("%2e", ".").replace("%2E", ".");
      if (plain.equals(".") || plain.equals("..")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is on this very machine, as only a developer's is. */
  public boolean isLoopback() {
    return isLoopback(uri);
  }

  /** The URL as it is written, which is the client's identifier. */
  public ClientId clientId() {
    return new ClientId(uri.text());
  }

  /** Whose document it is. */
  public String host() {
    return uri.host();
  }

  @Override
  public String toString() {
    return uri.text();
  }
}
