package io.roster.spring.grant;

import io.roster.core.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The claims of a token as JSON and back; times are seconds, as in the token itself. */
final class ClaimsJson {
  private static final Set<String> TIMES = Set.of("iat", "exp", "nbf");

  private ClaimsJson() {}

  static Json write(Map<String, Object> claims) {
    var members = new LinkedHashMap<String, Json>();
    claims.forEach((name, value) -> members.put(name, value(value)));
    return new Json.Members(members);
  }

  static Map<String, Object> read(Json.Members members) {
    var claims = new HashMap<String, Object>();
    members
        .values()
        .forEach(
            (name, value) ->
                claims.put(
                    name,
                    TIMES.contains(name)
                        ? Instant.ofEpochSecond(members.whole(name).orElse(0L))
                        : object(value)));
    return claims;
  }

  private static Json value(Object value) {
    return switch (value) {
      case Instant time -> Json.of(time.getEpochSecond());
      case Boolean flag -> Json.of(flag.booleanValue());
      case Long number -> Json.of(number.longValue());
      case Integer number -> Json.of(number.longValue());
      case Collection<?> items ->
          new Json.Items(items.stream().<Json>map(ClaimsJson::value).toList());
      case Map<?, ?> nested -> members(nested);
      default -> Json.of(value.toString());
    };
  }

  private static Json members(Map<?, ?> nested) {
    var members = new LinkedHashMap<String, Json>();
    nested.forEach((name, value) -> members.put(name.toString(), value(value)));
    return new Json.Members(members);
  }

  private static Object object(Json json) {
    return switch (json) {
      case Json.Text(var text) -> text;
      case Json.Flag(var flag) -> flag;
      case Json.Numeral number -> number.whole().<Object>map(n -> n).orElse(number.literal());
      case Json.Items(var items) -> items.stream().map(ClaimsJson::object).toList();
      case Json.Members members -> read(members);
      case Json.Null nothing -> List.of();
    };
  }
}
