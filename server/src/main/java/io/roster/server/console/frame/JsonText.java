package io.roster.server.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.util.Map;
import java.util.StringJoiner;

/** Writes JSON for people: indented, the members in their order. */
public final class JsonText {
  private static final JacksonJson JSON = new JacksonJson();
  private static final String STEP = "  ";

  private JsonText() {}

  public static String of(Json json) {
    return text(json, "");
  }

  private static String text(Json json, String indent) {
    return switch (json) {
      case Json.Members(var values) when !values.isEmpty() -> members(values, indent);
      case Json.Items(var values) when !values.isEmpty() -> {
        var lines = new StringJoiner(",\n", "[\n", "\n" + indent + "]");
        values.forEach(value -> lines.add(indent + STEP + text(value, indent + STEP)));
        yield lines.toString();
      }
      case Json.Members empty -> "{}";
      case Json.Items empty -> "[]";
      case Json.Text text -> plain(text);
      case Json.Numeral(var literal) -> literal;
      case Json.Flag(var value) -> Boolean.toString(value);
      case Json.Null nothing -> "null";
    };
  }

  private static String members(Map<String, Json> values, String indent) {
    var lines = new StringJoiner(",\n", "{\n", "\n" + indent + "}");
    values.forEach(
        (name, value) ->
            lines.add(indent + STEP + plain(Json.of(name)) + ": " + text(value, indent + STEP)));
    return lines.toString();
  }

  /** A string with its quotes, escaped as on the wire. */
  private static String plain(Json text) {
    var object = new String(JSON.bytes(new Json.Members(Map.of("", text))), UTF_8);
    return object.substring(object.indexOf(':') + 1, object.length() - 1).strip();
  }
}
