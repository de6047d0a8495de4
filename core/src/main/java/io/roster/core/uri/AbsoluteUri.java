package io.roster.core.uri;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  private static final Pattern SHAPE =
      Pattern.compile(
          "([a-zA-Z][a-zA-Z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#([^#]*))?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:([^@\\[\\]]*)@)?(\\[[^\\[\\]]*]|[^:@\\[\\]]*)(?::(\\d{1,5}))?");
  private static final Pattern PORT = Pattern.compile(":\\d+(?=[/?#]|$)");

  /** Returns the URI, or nothing when the text is not one; the scheme comes in lower case. */
  public static Optional<AbsoluteUri> parse(String text) {
    if (!hasOnlyUriCharacters(text)) {
      return Optional.empty();
    }
    var shape = SHAPE.matcher(text);
    if (!shape.matches() || IntStream.of(3, 4, 5).anyMatch(i -> containsBracket(shape.group(i)))) {
      return Optional.empty();
    }
    var authority = Optional.ofNullable(shape.group(2));
    var parsed = authority.flatMap(AbsoluteUri::parseAuthority);
    if (authority.isPresent() && parsed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AbsoluteUri(
            text,
            shape.group(1).toLowerCase(Locale.ROOT),
            parsed,
            shape.group(3),
            Optional.ofNullable(shape.group(4)),
            Optional.ofNullable(shape.group(5))));
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
    var parts = AUTHORITY.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var port = Optional.ofNullable(parts.group(3)).map(Integer::valueOf);
    if (port.isPresent() && (port.get() < 1 || port.get() > 65_535)) {
      return Optional.empty();
    }
    return Optional.of(new Authority(Optional.ofNullable(parts.group(1)), parts.group(2), port));
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

  private static boolean containsBracket(@Nullable String part) {
    return part != null && (part.indexOf('[') >= 0 || part.indexOf(']') >= 0);
  }
}
