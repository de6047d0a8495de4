package io.roster.spring.token;

import io.roster.core.uri.AbsoluteUri;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The servers a token is meant for, RFC 8707: absolute URIs without a fragment. */
public record Resources(List<String> uris) {
  /** The name of the request parameter, and of ours where a grant keeps them. */
  public static final String PARAMETER = "resource";

  private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "http", 80);
  private static final int MOST = 8;
  private static final int LONGEST = 2048;

  public Resources {
    uris = List.copyOf(new LinkedHashSet<>(uris));
  }

  /** Reads what a request asks for; nothing when a value is no resource or there are too many. */
  public static Optional<Resources> read(List<String> values) {
    boolean valid = values.size() <= MOST && values.stream().allMatch(Resources::isResource);
    return valid ? Optional.of(new Resources(values)) : Optional.empty();
  }

  /** Reads the parameter that {@link #text} filled. */
  public static Resources in(Map<String, Object> parameters) {
    return parameters.get(PARAMETER) instanceof String text && !text.isEmpty()
        ? new Resources(Arrays.asList(text.split(" ", -1)))
        : new Resources(List.of());
  }

  public boolean isEmpty() {
    return uris.isEmpty();
  }

  /** These as they are spelled among the others, which have to have them all. */
  Optional<Resources> amongst(Resources others) {
    var spelled = new HashMap<String, String>();
    others.uris.forEach(uri -> spelled.put(canonical(uri), uri));
    var found = canonical().stream().map(spelled::get).filter(Objects::nonNull).toList();
    return found.size() == uris.size() ? Optional.of(new Resources(found)) : Optional.empty();
  }

  /** Each in the one spelling of all that mean the same. */
  public List<String> canonical() {
    return uris.stream().map(Resources::canonical).toList();
  }

  /**
   * The spelling by which resources are compared, RFC 3986 section 6.2: scheme and host in lower
   * case, no port that goes without saying, no slash at the end.
   */
  static String canonical(String resource) {
    var uri = AbsoluteUri.parse(resource).orElseThrow();
    var path =
        uri.path().endsWith("/") ? uri.path().substring(0, uri.path().length() - 1) : uri.path();
    return uri.scheme()
        + ":"
        + uri.authority().map(authority -> authority(uri.scheme(), authority)).orElse("")
        + path
        + uri.query().map(query -> "?" + query).orElse("");
  }

  private static String authority(String scheme, AbsoluteUri.Authority authority) {
    var usual = Optional.ofNullable(USUAL_PORTS.get(scheme));
    return "//"
        + authority.userinfo().map(user -> user + "@").orElse("")
        + authority.host().toLowerCase(Locale.ROOT)
        + authority
            .port()
            .filter(port -> !Optional.of(port).equals(usual))
            .map(p -> ":" + p)
            .orElse("");
  }

  /** All of them in one line, for no URI has a space in it. */
  public String text() {
    return String.join(" ", uris);
  }

  private static boolean isResource(String value) {
    return value.length() <= LONGEST
        && AbsoluteUri.parse(value).filter(uri -> uri.fragment().isEmpty()).isPresent();
  }
}
