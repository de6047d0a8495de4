package io.roster.server.admin;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call of the operator's.
 *
 * @param path the segments behind {@code /api/v1/}
 * @param body what was sent, as it came; never more than the listener takes
 */
record AdminCall(String method, List<String> path, Map<String, String> query, byte[] sent) {
  private static final JacksonJson JSON = new JacksonJson();
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  /** The body as text; nothing when it is no UTF-8. */
  Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sent)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Goes on with the JSON object in the body, or answers that there is none. */
  AdminReply withObject(Function<Json.Members, AdminReply> next) {
    var text = text();
    if (text.isEmpty()) {
      return Problems.badRequest("send the body in UTF-8");
    }
    Json.Members members;
    try {
      members = JSON.read(text.get());
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
