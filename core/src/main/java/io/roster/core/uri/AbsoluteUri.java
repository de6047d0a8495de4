package io.roster.core.uri;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An absolute URI, read strictly by RFC 3986 and kept exactly as it was written. Nothing is
 * repaired, decoded or normalised: what two parsers could read in two ways does not parse at all.
 */
public record AbsoluteUri(
    String text,
    String scheme,
    Optional<Authority> authority,
    String path,
    Optional<String> query,
    Optional<String> fragment) {
  /** The part between {@code //} and the path. A port is between 1 and 65535. */
  public record Authority(Optional<String> userinfo, String host, Optional<Integer> port) {}

  private static final Optional<Authority> NO_AUTHORITY = Optional.empty();
  private static final Pattern PORT = Pattern.compile(":\\d+(?=[/?#]|$)");

  /** Returns the URI, or nothing when the text is not one; the scheme comes in lower case. */
  public static Optional<AbsoluteUri> parse(String text) {
    int colon = text.indexOf(':');
    if (!hasOnlyUriCharacters(text) || !isScheme(text, colon)) {
      return Optional.empty();
    }
    int hash = text.indexOf('#');
    int beforeFragment = hash < 0 ? text.length() : hash;
    int mark = text.indexOf('?');
    int beforeQuery = mark < 0 || mark > beforeFragment ? beforeFragment : mark;
    boolean hasAuthority = text.startsWith("//", colon + 1) && colon + 3 <= beforeQuery;
    int path = hasAuthority ? endOfAuthority(text, colon + 3, beforeQuery) : colon + 1;
    var authority = hasAuthority ? parseAuthority(text.substring(colon + 3, path)) : NO_AUTHORITY;
    if ((hasAuthority && authority.isEmpty())
        || containsBracket(text, path)
        || (hash >= 0 && text.indexOf('#', hash + 1) >= 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new AbsoluteUri(
            text,
            text.substring(0, colon).toLowerCase(Locale.ROOT),
            authority,
            text.substring(path, beforeQuery),
            part(text, beforeQuery, beforeFragment),
            part(text, beforeFragment, text.length())));
  }

  private static boolean isScheme(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return end > 0;
  }

  private static int endOfAuthority(String text, int start, int limit) {
    int slash = text.indexOf('/', start);
    return slash < 0 || slash > limit ? limit : slash;
  }

  /** What stands behind the character at {@code start}; nothing when the part isn't there. */
  private static Optional<String> part(String text, int start, int end) {
    return start < end ? Optional.of(text.substring(start + 1, end)) : Optional.empty();
  }

  /** Whether this is a complete http or https URL whose host is a proper name or IP address. */
  public boolean isWeb() {
    return (scheme.equals("https") || scheme.equals("http"))
        && authority.filter(a -> HostName.isValid(a.host())).isPresent();
  }

  /** The host as it was written, or an empty string when there is none. */
  public String host() {
    return authority.map(Authority::host).orElse("");
  }

  /** Whether the host names this machine or a private network by itself, without a look-up. */
  public boolean isLocal() {
    return HostName.isLocal(host());
  }

  /** The text without the port, for comparing where any port will do. */
  String textWithoutPort() {
    boolean hasPort = authority.flatMap(Authority::port).isPresent();
    return hasPort ? PORT.matcher(text).replaceFirst("") : text;
  }

  public boolean hasUserinfo() {
    return authority.flatMap(Authority::userinfo).isPresent();
  }

  private static Optional<Authority> parseAuthority(String text) {
    int at = text.indexOf('@');
    int end = endOfHost(text, at + 1);
    if (end < 0 || (at >= 0 && containsBracket(text.substring(0, at), 0))) {
      return Optional.empty();
    }
    var userinfo = at < 0 ? Optional.<String>empty() : Optional.of(text.substring(0, at));
    var host = text.substring(at + 1, end);
    if (end == text.length()) {
      return Optional.of(new Authority(userinfo, host, Optional.empty()));
    }
    return port(text, end).map(port -> new Authority(userinfo, host, Optional.of(port)));
  }

  /** Where the host ends that begins at {@code start}; -1 when there is no proper one. */
  private static int endOfHost(String text, int start) {
    if (text.startsWith("[", start)) {
      int closing = text.indexOf(']', start);
      return text.substring(start + 1).indexOf('[') >= 0 || closing < 0 ? -1 : closing + 1;
    }
    int colon = text.indexOf(':', start);
    int end = colon < 0 ? text.length() : colon;
    boolean improper = text.indexOf('@', start) >= 0 || containsBracket(text, start);
    return improper ? -1 : end;
  }

  private static Optional<Integer> port(String text, int colon) {
    int digits = text.length() - colon - 1;
    if (text.charAt(colon) != ':' || digits < 1 || digits > 5) {
      return Optional.empty();
    }
    int port = 0;
    for (int i = colon + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      port = port * 10 + (c - '0');
    }
    return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(port);
  }

  private static boolean hasOnlyUriCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
        return false;
      }
      if (c == '%' && !(isHex(text, i + 1) && isHex(text, i + 2))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(String text, int index) {
    return index < text.length() && Character.digit(text.charAt(index), 16) >= 0;
  }

  private static boolean containsBracket(String text, int start) {
    return text.indexOf('[', start) >= 0 || text.indexOf(']', start) >= 0;
  }
}
