package io.roster.core.profile;

import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The addresses an application uses: an absolute URI in which {@code *} stands for one segment of
 * the path, {@code **} at the end for any rest, and {@code *} as the host for every host. The port
 * of a loopback address is free.
 */
public final class UriPattern {
  private static final Pattern SHAPE =
      Pattern.compile("([a-z][a-z0-9+.-]*)://(\\*|\\[::1]|[a-z0-9._-]*)((?:/[^?#\\s]*)?)");
  private static final String SEGMENT = "*";
  private static final String REST = "**";

  /** A segment that no server takes for a step up or for a separator. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!\\.)(?:[\\w.~!$&'()*+,;=:@-]|%(?!2[eEfF]|5[cC])[0-9a-fA-F]{2})+");

  private final String text;
  private final String scheme;
  private final String host;
  private final List<String> path;

  private UriPattern(String text, String scheme, String host, String path) {
    this.text = text;
    this.scheme = scheme;
    this.host = host;
    this.path = segments(path);
  }

  /** Reads a pattern; throws IllegalArgumentException when it is none. */
  public static UriPattern parse(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "must be scheme://host/path in lower case, without port, query and fragment");
    }
    var pattern = new UriPattern(text, parts.group(1), parts.group(2), parts.group(3));
    pattern.demandSafety();
    return pattern;
  }

  private void demandSafety() {
    if (scheme.equals("http") && !isLoopback()) {
      throw new IllegalArgumentException("may be http on localhost, 127.0.0.1 and [::1] only");
    }
    if (host.isEmpty() && scheme.equals("https")) {
      throw new IllegalArgumentException("needs a host");
    }
    if (isAnyHost() && (!scheme.equals("https") || path.size() < 3)) {
      throw new IllegalArgumentException(
          "may leave the host open for https and a path of two segments or more only");
    }
    int rest = path.indexOf(REST);
    if (rest >= 0 && (rest < path.size() - 1 || scheme.equals("https"))) {
      throw new IllegalArgumentException("may have ** at the end of an app's own scheme only");
    }
  }

  /** Whether this stays on the user's machine. */
  boolean isLoopback() {
    return scheme.equals("http") && RedirectUri.LOOPBACK_HOSTS.contains(host);
  }

  /** Whether anyone can run the application under a host of their own. */
  boolean isAnyHost() {
    return host.equals(SEGMENT);
  }

  /** Whether the URI is one of the addresses this stands for. */
  public boolean matches(AbsoluteUri uri) {
    return scheme.equals(uri.scheme())
        && uri.query().isEmpty()
        && uri.fragment().isEmpty()
        && !uri.hasUserinfo()
        && matchesHost(uri)
        && matchesPath(segments(uri.path()));
  }

  private boolean matchesHost(AbsoluteUri uri) {
    boolean portFits = isLoopback() || uri.authority().flatMap(a -> a.port()).isEmpty();
    return portFits && (isAnyHost() || host.equalsIgnoreCase(uri.host()));
  }

  private boolean matchesPath(List<String> segments) {
    for (int i = 0; i < path.size(); i++) {
      var expected = path.get(i);
      if (expected.equals(REST)) {
        return segments.stream().skip(i).allMatch(s -> PLAIN.matcher(s).matches());
      }
      if (i >= segments.size() || !matches(expected, segments.get(i))) {
        return false;
      }
    }
    return segments.size() == path.size();
  }

  private static boolean matches(String expected, String segment) {
    return expected.equals(SEGMENT) ? PLAIN.matcher(segment).matches() : expected.equals(segment);
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UriPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as it is written. */
  @Override
  public String toString() {
    return text;
  }
}
