package io.roster.server.cli.listing;

import io.roster.core.json.Json;
import java.util.List;

/**
 * One column of a list: what it is called, in tables and in JSON, and how wide a table shows it.
 */
public record Column(String name, int width) {
  /** Returns the member each column is named after; {@code a.b} is b inside of a. */
  public static List<Json> values(Json item, List<Column> columns) {
    return columns.stream().map(column -> column.value(item)).toList();
  }

  private Json value(Json item) {
    var value = item;
    for (var step : name.split("\\.", -1)) {
      var found = value instanceof Json.Members members ? members.values().get(step) : null;
      value = found == null ? Json.NULL : found;
    }
    return value;
  }
}
