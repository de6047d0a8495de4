package io.roster.http;

import io.roster.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object as RFC 8259 has it and nothing else: no duplicate names, no trailing text,
 * no byte order mark, no half of a surrogate pair, and bounded depth.
 */
final class StrictJson {
  /** What came of reading. */
  sealed interface Outcome {}

  record Read(Json.Members members) implements Outcome {}

  record Unreadable(String advice) implements Outcome {}

  private static final int DEEPEST = 16;
  private static final int LONGEST = 1 << 20;
  private static final JsonFactory FACTORY = factory();

  private StrictJson() {}

  static JsonFactory factory() {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxDocumentLength(LONGEST)
            .maxNumberLength(64)
            .maxNameLength(256)
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  static Outcome read(byte[] utf8) {
    if (utf8.length > 0 && (utf8[0] & 0xff) >= 0x80) {
      return new Unreadable("send plain UTF-8 JSON without a byte order mark");
    }
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      return readWhole(parser);
    } catch (JacksonException e) {
      return unreadable(e);
    }
  }

  static Outcome read(String text) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return readWhole(parser);
    } catch (JacksonException e) {
      return unreadable(e);
    }
  }

  private static Outcome unreadable(JacksonException e) {
    var where = e.getLocation();
    return new Unreadable(
        where == null
            ? "send one valid JSON object"
            : "send one valid JSON object: line "
                + where.getLineNr()
                + ", column "
                + where.getColumnNr()
                + " is not");
  }

  private static Outcome readWhole(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return new Unreadable("send a JSON object");
    }
    var members = members(parser);
    return parser.nextToken() == null
        ? new Read(members)
        : new Unreadable("send nothing after the JSON object");
  }

  private static Json value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> Json.of(wholeText(parser));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getString());
      case VALUE_TRUE -> Json.TRUE;
      case VALUE_FALSE -> Json.FALSE;
      case VALUE_NULL -> Json.NULL;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a value was announced");
    };
  }

  private static Json.Members members(JsonParser parser) {
    var members = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new Json.Members(members);
  }

  private static Json items(JsonParser parser) {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Json.Items(items);
  }

  private static String wholeText(JsonParser parser) {
    var text = parser.getString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new StreamReadException(parser, "half of a surrogate pair");
      }
    }
    return text;
  }
}
