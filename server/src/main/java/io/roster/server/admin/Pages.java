package io.roster.server.admin;

import io.roster.core.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** One page of a list, and in a Link header, RFC 8288, the way to the next. */
final class Pages {
  private Pages() {}

  /** Answers with these items; {@code next} is the last one's identifier, or empty at the end. */
  static AdminReply of(String path, AdminCall call, List<? extends Json> items, String next) {
    var answer = new LinkedHashMap<String, Json>();
    answer.put("items", new Json.Items(List.copyOf(items)));
    var reply = AdminReply.of(200, new Json.Members(answer));
    if (next.isEmpty()) {
      return reply;
    }
    var query = new LinkedHashMap<>(call.query());
    query.put("after", next);
    return reply.with(
        "Link",
        query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", "<" + path + "?", ">; rel=\"next\"")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
