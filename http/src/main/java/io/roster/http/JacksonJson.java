package io.roster.http;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON text by Jackson's streaming parser and generator. */
public final class JacksonJson implements JsonCodec {
  private static final JsonFactory FACTORY = StrictJson.factory();

  public JacksonJson() {}

  @Override
  public String write(Json value) {
    var text = new StringWriter(512);
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(value, generator);
    }
    return text.toString();
  }

  /** As {@link #write(Json)}, in UTF-8. */
  public byte[] bytes(Json value) {
    var bytes = new ByteArrayOutputStream(1024);
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(value, generator);
    }
    return bytes.toByteArray();
  }

  @Override
  public Json.Members read(String text) {
    return switch (StrictJson.read(text)) {
      case StrictJson.Read(var members) -> members;
      case StrictJson.Unreadable(var advice) -> throw new IllegalArgumentException(advice);
    };
  }

  private static void write(Json value, JsonGenerator generator) {
    switch (value) {
      case Json.Null ignored -> generator.writeNull();
      case Json.Flag(var flag) -> generator.writeBoolean(flag);
      case Json.Numeral(var literal) -> generator.writeNumber(literal);
      case Json.Text(var text) -> generator.writeString(text);
      case Json.Items(var items) -> {
        generator.writeStartArray();
        items.forEach(item -> write(item, generator));
        generator.writeEndArray();
      }
      case Json.Members(var members) -> {
        generator.writeStartObject();
        members.forEach(
            (name, member) -> {
              generator.writeName(name);
              write(member, generator);
            });
        generator.writeEndObject();
      }
    }
  }
}
