package io.roster.server.console.frame;

import io.roster.core.json.Json;
import java.util.List;

/** Takes lists apart that the API answers with. */
public final class Lists {
  private Lists() {}

  /** The objects in the "items" of an answer. */
  public static List<Json.Members> items(Json.Members body) {
    return items(body, "items");
  }

  /** The objects in the list of this name. */
  public static List<Json.Members> items(Json.Members body, String name) {
    return body.values().get(name) instanceof Json.Items(var values)
        ? values.stream()
            .filter(Json.Members.class::isInstance)
            .map(Json.Members.class::cast)
            .toList()
        : List.of();
  }
}
