package io.roster.server.api;

import io.roster.core.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Something a call may say in its query, and what it may look like. */
public record Parameter(String name, String description, Kind kind) {
  /** How many entries a page has at most. */
  public static final Parameter LIMIT =
      new Parameter(
          "limit", "How many entries a page has, 100 by default.", new Kind.Whole(1, 1000));

  /** What the last page ended with. */
  public static final Parameter AFTER =
      new Parameter(
          "after", "The next of the page before; the Link header has it.", new Kind.Text(600));

  /** What a value may look like. */
  public sealed interface Kind {
    record Text(int longest) implements Kind {}

    record Whole(int least, int most) implements Kind {}

    record Choice(List<String> values) implements Kind {
      public Choice {
        values = List.copyOf(values);
      }
    }

    record Time() implements Kind {}
  }

  public static Parameter text(String name, String description) {
    return new Parameter(name, description, new Kind.Text(200));
  }

  public static Parameter time(String name, String description) {
    return new Parameter(name, description, new Kind.Time());
  }

  public static Parameter choice(String name, String description, String... values) {
    return new Parameter(name, description, new Kind.Choice(Arrays.asList(values)));
  }

  boolean allows(String value) {
    return switch (kind) {
      case Kind.Text(int longest) -> value.length() <= longest;
      case Kind.Whole(int least, int most) ->
          value.matches("\\d{1,9}")
              && Integer.parseInt(value) >= least
              && Integer.parseInt(value) <= most;
      case Kind.Choice(var values) -> values.contains(value);
      case Kind.Time() -> isInstant(value);
    };
  }

  private static boolean isInstant(String value) {
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** What to send instead of a value that isn't allowed. */
  String advice() {
    return switch (kind) {
      case Kind.Text(int longest) -> name + " has at most " + longest + " characters";
      case Kind.Whole(int least, int most) -> name + " is a number from " + least + " to " + most;
      case Kind.Choice(var values) -> name + " is one of " + String.join(", ", values);
      case Kind.Time() -> name + " is a time such as 2026-01-31T12:00:00Z";
    };
  }

  /** The value's JSON Schema. */
  Json.Members schema() {
    var schema = new LinkedHashMap<String, Json>();
    switch (kind) {
      case Kind.Text(int longest) -> {
        schema.put("type", Json.of("string"));
        schema.put("maxLength", Json.of(longest));
      }
      case Kind.Whole(int least, int most) -> {
        schema.put("type", Json.of("integer"));
        schema.put("minimum", Json.of(least));
        schema.put("maximum", Json.of(most));
      }
      case Kind.Choice(var values) -> {
        schema.put("type", Json.of("string"));
        schema.put("enum", Json.ofTexts(values));
      }
      case Kind.Time() -> {
        schema.put("type", Json.of("string"));
        schema.put("format", Json.of("date-time"));
      }
    }
    return new Json.Members(schema);
  }
}
