package io.roster.server.admin.rules;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a violation's field names, such as {@code jwks.keys[2]}, in the body it is about. */
public final class FieldPath {
  private static final int LONGEST = 120;
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,6})])?");
  private static final JacksonJson JSON = new JacksonJson();

  private FieldPath() {}

  static Optional<Json> find(Json.Members body, String field) {
    Optional<Json> found = Optional.of(body);
    for (var step : field.split("\\.", -1)) {
      var parts = STEP.matcher(step);
      if (!parts.matches()) {
        return Optional.empty();
      }
      found = found.flatMap(json -> member(json, parts.group(1)));
      if (parts.group(2) != null) {
        int index = Integer.parseInt(parts.group(2));
        found = found.flatMap(json -> entry(json, index));
      }
    }
    return found;
  }

  /** The value as text that fits a line. */
  static Json shortened(Json value) {
    var text = value instanceof Json.Text(var plain) ? plain : JSON.write(value);
    int length = text.codePointCount(0, text.length());
    return Json.of(
        length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...");
  }

  private static Optional<Json> member(Json json, String name) {
    return json instanceof Json.Members members
        ? Optional.ofNullable(members.values().get(name))
        : Optional.empty();
  }

  private static Optional<Json> entry(Json json, int index) {
    return json instanceof Json.Items(var items) && index < items.size()
        ? Optional.of(items.get(index))
        : Optional.empty();
  }
}
