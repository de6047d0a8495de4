package io.roster.spring.token;

import io.roster.core.uri.AbsoluteUri;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers a token is meant for, RFC 8707: absolute URIs without a fragment. */
public record Resources(List<String> uris) {
  /** The name of the request parameter, and of ours where a grant keeps them. */
  public static final String PARAMETER = "resource";

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
  static Resources in(Map<String, Object> parameters) {
    return parameters.get(PARAMETER) instanceof String text && !text.isEmpty()
        ? new Resources(Arrays.asList(text.split(" ", -1)))
        : new Resources(List.of());
  }

  public boolean isEmpty() {
    return uris.isEmpty();
  }

  boolean containsAll(Resources others) {
    return uris.containsAll(others.uris);
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
