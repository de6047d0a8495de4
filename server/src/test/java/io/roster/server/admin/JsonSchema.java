package io.roster.server.admin;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as the API's document uses; a keyword it doesn't know is an error. */
record JsonSchema(JsonNode document) {
  private static final List<String> KNOWN =
      List.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "format",
          "$ref");

  /** Every fault of a value, by its place. */
  List<String> faults(JsonNode schema, JsonNode value, String place) {
    var faults = new ArrayList<String>();
    schema.propertyNames().stream()
        .filter(keyword -> !KNOWN.contains(keyword))
        .forEach(keyword -> faults.add(place + ": what is " + keyword + "?"));
    if (schema.has("$ref")) {
      var path = schema.get("$ref").asString().substring(1);
      return faults(document.at(path), value, place);
    }
    if (!isOfType(schema.get("type").asString(), value)) {
      faults.add(place + " is no " + schema.get("type").asString());
      return faults;
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      faults.add(place + " is none of " + schema.get("enum"));
    }
    if (schema.has("format") && !isTime(value.asString())) {
      faults.add(place + " is no time");
    }
    if (schema.has("properties")) {
      members(schema, value, place, faults);
    }
    if (schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        faults.addAll(faults(schema.get("items"), value.get(i), place + "[" + i + "]"));
      }
    }
    return faults;
  }

  private void members(JsonNode schema, JsonNode value, String place, List<String> faults) {
    var properties = schema.get("properties");
    for (var name : value.propertyNames()) {
      if (properties.has(name)) {
        faults.addAll(faults(properties.get(name), value.get(name), place + "." + name));
      } else {
        faults.add(place + "." + name + " is not in the document");
      }
    }
    schema
        .get("required")
        .valueStream()
        .map(JsonNode::asString)
        .filter(name -> !value.has(name))
        .forEach(name -> faults.add(place + "." + name + " is missing"));
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> false;
    };
  }

  private static boolean isTime(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
