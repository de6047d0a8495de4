package io.roster.http;

import io.roster.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A response for the adapter to write; a body goes out as application/json. */
public record HttpReply(int status, Map<String, String> headers, Optional<Json.Members> body) {
  public HttpReply {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static HttpReply empty(int status) {
    return new HttpReply(status, Map.of(), Optional.empty());
  }

  static HttpReply of(int status, Json.Members body) {
    return new HttpReply(status, Map.of(), Optional.of(body));
  }

  HttpReply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpReply(status, more, body);
  }
}
