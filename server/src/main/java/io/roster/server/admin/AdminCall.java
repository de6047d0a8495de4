package io.roster.server.admin;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One call of the operator's.
 *
 * @param path the segments behind {@code /api/v1/}
 * @param body what was sent, as it came; never more than the listener takes
 */
record AdminCall(String method, List<String> path, Map<String, String> query, String body) {
  private static final JacksonJson JSON = new JacksonJson();
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  /** Goes on with the JSON object in the body, or answers that there is none. */
  AdminReply withObject(Function<Json.Members, AdminReply> next) {
    Json.Members members;
    try {
      members = JSON.read(body);
    } catch (IllegalArgumentException malformed) {
      return Problems.badRequest(String.valueOf(malformed.getMessage()));
    }
    return next.apply(members);
  }

  /** How many entries a page is to have: 1 to 1000, 100 unless asked otherwise. */
  int limit() {
    var asked = query.getOrDefault("limit", "");
    int limit = asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : USUAL_PAGE;
    return Math.clamp(limit, 1, LARGEST_PAGE);
  }
}
