package io.roster.core;

import io.roster.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Request bodies as tests like to write them: names and plain Java values in turn. */
public final class Bodies {
  private Bodies() {}

  /** An object of these members: {@code members("client_name", "x", "contacts", List.of())}. */
  public static Json.Members members(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], json(namesAndValues[i + 1]));
    }
    return new Json.Members(members);
  }

  /** The body with one member added or replaced. */
  public static Json.Members with(Json.Members body, String name, Object value) {
    var members = new LinkedHashMap<>(body.values());
    members.put(name, json(value));
    return new Json.Members(members);
  }

  public static Json json(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> Json.of(text);
      case Boolean flag -> Json.of(flag.booleanValue());
      case Integer number -> Json.of(number.longValue());
      case List<?> items -> items(items);
      case Map<?, ?> object -> object(object);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  private static Json items(List<?> values) {
    var items = new ArrayList<Json>();
    values.forEach(value -> items.add(json(value)));
    return new Json.Items(items);
  }

  private static Json object(Map<?, ?> values) {
    var members = new LinkedHashMap<String, Json>();
    values.forEach((name, value) -> members.put((String) name, json(value)));
    return new Json.Members(members);
  }
}
