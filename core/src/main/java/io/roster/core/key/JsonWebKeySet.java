package io.roster.core.key;

import io.roster.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public keys a client registers by value, RFC 7517 section 5. */
public record JsonWebKeySet(List<JsonWebKey> keys) {
  public JsonWebKeySet {
    keys = List.copyOf(keys);
  }

  /** Reads {@code {"keys": [...]}}; nothing when it has another shape. */
  public static Optional<JsonWebKeySet> read(Json json) {
    if (!(json instanceof Json.Members set)
        || !(set.values().get("keys") instanceof Json.Items(var items))) {
      return Optional.empty();
    }
    var keys = new ArrayList<JsonWebKey>(items.size());
    for (var item : items) {
      if (!(item instanceof Json.Members members)) {
        return Optional.empty();
      }
      keys.add(new JsonWebKey(members));
    }
    return Optional.of(new JsonWebKeySet(keys));
  }

  public Json toJson() {
    var items = keys.stream().<Json>map(JsonWebKey::members).toList();
    return new Json.Members(Map.of("keys", new Json.Items(items)));
  }
}
