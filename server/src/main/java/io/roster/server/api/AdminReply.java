package io.roster.server.api;

import io.roster.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an operator's call is answered with. */
public record AdminReply(int status, Map<String, String> headers, Optional<Json.Members> body) {
  public AdminReply {
    headers = Map.copyOf(headers);
  }

  public static AdminReply of(int status, Json.Members body) {
    return new AdminReply(status, Map.of(), Optional.of(body));
  }

  public static AdminReply empty() {
    return new AdminReply(204, Map.of(), Optional.empty());
  }

  public AdminReply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new AdminReply(status, more, body);
  }
}
