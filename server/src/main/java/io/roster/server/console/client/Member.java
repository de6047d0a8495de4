package io.roster.server.console.client;

import io.roster.core.json.Json;
import io.roster.server.console.frame.JsonText;
import java.util.List;

/**
 * One member of a client's metadata, as text whatever it looks like.
 *
 * @param lines its value, or its values
 * @param block a value with a structure of its own, or ""
 */
public record Member(String name, List<String> lines, String block) {
  private static final int LONGEST_LINE = 4000;

  static List<Member> of(Json.Members metadata) {
    return metadata.values().entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static Member of(String name, Json value) {
    return switch (value) {
      case Json.Text(var text) -> new Member(name, List.of(shortened(text)), "");
      case Json.Items(var items) when items.stream().allMatch(Json.Text.class::isInstance) ->
          new Member(name, items.stream().map(Member::line).toList(), "");
      case Json.Items items -> new Member(name, List.of(), JsonText.of(items));
      case Json.Members members -> new Member(name, List.of(), JsonText.of(members));
      default -> new Member(name, List.of(JsonText.of(value)), "");
    };
  }

  private static String line(Json item) {
    return item instanceof Json.Text(var text) ? shortened(text) : JsonText.of(item);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
  }
}
