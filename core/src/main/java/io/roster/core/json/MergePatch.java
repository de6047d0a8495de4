package io.roster.core.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON Merge Patch, RFC 7396. */
public final class MergePatch {
  private MergePatch() {}

  /** Returns the target with the patch laid over it: null removes a member, objects merge. */
  public static Json.Members apply(Json.Members target, Json.Members patch) {
    var merged = new LinkedHashMap<>(target.values());
    patch
        .values()
        .forEach(
            (name, change) -> {
              switch (change) {
                case Json.Null removed -> merged.remove(name);
                case Json.Members nested -> merged.put(name, apply(objectAt(target, name), nested));
                case Json.Text text -> merged.put(name, text);
                case Json.Numeral number -> merged.put(name, number);
                case Json.Flag flag -> merged.put(name, flag);
                case Json.Items items -> merged.put(name, items);
              }
            });
    return new Json.Members(merged);
  }

  private static Json.Members objectAt(Json.Members target, String name) {
    return target.values().get(name) instanceof Json.Members members
        ? members
        : new Json.Members(Map.of());
  }
}
