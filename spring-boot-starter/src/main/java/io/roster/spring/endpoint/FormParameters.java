package io.roster.spring.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * The parameters of a request as OAuth 2.1 section 3 reads them: each at most once, an empty one as
 * if it were not there, and none from the query where the form counts.
 */
public record FormParameters(Map<String, List<String>> values) {
  /** Reads the form alone; credentials in a URL would end up in logs. */
  public static FormParameters ofForm(HttpServletRequest request) {
    var inQuery = namesInQuery(request.getQueryString() == null ? "" : request.getQueryString());
    return read(request, inQuery);
  }

  /** Reads query and form alike. */
  public static FormParameters ofAny(HttpServletRequest request) {
    return read(request, Set.of());
  }

  /** The only value, if there is one; a repeated parameter is an invalid_request. */
  public Optional<String> single(String name) {
    var found = values.getOrDefault(name, List.of());
    if (found.size() > 1) {
      throw invalid("send " + name + " once");
    }
    return found.stream().findFirst();
  }

  /** The only value, which must be there. */
  public String required(String name) {
    return single(name).orElseThrow(() -> invalid("send " + name));
  }

  /** All values of a parameter that may be repeated. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  private static OAuth2AuthenticationException invalid(String advice) {
    var error = new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, advice, null);
    return new OAuth2AuthenticationException(error, advice);
  }

  private static FormParameters read(HttpServletRequest request, Set<String> except) {
    var values = new LinkedHashMap<String, List<String>>();
    request
        .getParameterMap()
        .forEach(
            (name, sent) -> {
              var filled = Arrays.stream(sent).filter(value -> !value.isEmpty()).toList();
              if (!filled.isEmpty() && !except.contains(name)) {
                values.put(name, filled);
              }
            });
    return new FormParameters(values);
  }

  private static Set<String> namesInQuery(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2)[0])
        .map(FormParameters::decode)
        .collect(Collectors.toSet());
  }

  private static String decode(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return name;
    }
  }
}
