package io.roster.core.json;

/** Writes a JSON value as text and reads back what it wrote; strangers' JSON is read elsewhere. */
public interface JsonCodec {
  String write(Json value);

  /** Reads an object this codec wrote; throws IllegalArgumentException on anything else. */
  Json.Members read(String text);
}
