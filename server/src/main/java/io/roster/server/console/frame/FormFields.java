package io.roster.server.console.frame;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a form or an address says, application/x-www-form-urlencoded. */
record FormFields(Map<String, List<String>> values) {
  static final FormFields NONE = new FormFields(Map.of());

  private static final int MOST = 1100;

  /** Reads at most a bounded number of fields; throws IllegalArgumentException on bad encoding. */
  static FormFields parse(String text) {
    var values = new LinkedHashMap<String, List<String>>();
    if (text.isEmpty()) {
      return NONE;
    }
    for (var pair : text.split("&", MOST)) {
      int equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return new FormFields(values);
  }

  String first(String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Never the values, which may be passwords. */
  @Override
  public String toString() {
    return "FormFields" + values.keySet();
  }
}
