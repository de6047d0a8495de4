package io.roster.core.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value, RFC 8259, already read: what crosses the border between wire, rules and store. */
public sealed interface Json {
  Null NULL = new Null();
  Flag TRUE = new Flag(true);
  Flag FALSE = new Flag(false);

  /** A JSON string. */
  record Text(String value) implements Json {}

  /** A JSON number, kept as it was written; {@link #whole} tells its value where it has one. */
  record Numeral(String literal) implements Json {
    /** Returns the value of an integer of at most 18 digits, and nothing for any other number. */
    public Optional<Long> whole() {
      return literal.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(literal)) : Optional.empty();
    }
  }

  /** JSON true or false. */
  record Flag(boolean value) implements Json {}

  /** JSON null. */
  record Null() implements Json {}

  /** A JSON array. */
  record Items(List<Json> values) implements Json {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A JSON object, in the order its members were written. */
  record Members(Map<String, Json> values) implements Json {
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the member of this name, or nothing when it is missing or null. */
    public Optional<Json> find(String name) {
      var found = values.get(name);
      return found == null || found.equals(NULL) ? Optional.empty() : Optional.of(found);
    }

    /** Returns the member of this name when it is a string. */
    public Optional<String> text(String name) {
      return values.get(name) instanceof Text(var value) ? Optional.of(value) : Optional.empty();
    }

    /** Returns the member of this name when it is an integer. */
    public Optional<Long> whole(String name) {
      return values.get(name) instanceof Numeral number ? number.whole() : Optional.empty();
    }
  }

  static Json of(String value) {
    return new Text(value);
  }

  static Json of(long value) {
    return new Numeral(Long.toString(value));
  }

  static Json of(boolean value) {
    return value ? TRUE : FALSE;
  }

  static Json ofTexts(Collection<String> values) {
    var items = new ArrayList<Json>(values.size());
    values.forEach(value -> items.add(new Text(value)));
    return new Items(items);
  }
}
