package io.roster.http;

import io.roster.core.json.Json;
import java.util.Locale;

/** Takes a JSON object out of a request, or the reply that says why there is none. */
final class JsonBody {
  /** What came of it. */
  sealed interface Outcome {}

  record Taken(Json.Members members) implements Outcome {}

  record Answered(HttpReply reply) implements Outcome {}

  static final String JSON = "application/json";
  static final String MERGE_PATCH = "application/merge-patch+json";

  /** No client we know sends a twentieth of it. */
  private static final int LARGEST = 64 * 1024;

  private JsonBody() {}

  static Outcome take(HttpCall call, String mediaType) {
    if (!mediaType.equals(mediaTypeOf(call))) {
      return new Answered(ErrorReplies.unsupportedMediaType(mediaType));
    }
    var body = call.body(LARGEST);
    if (body.isEmpty()) {
      return new Answered(ErrorReplies.tooLarge(LARGEST));
    }
    return switch (StrictJson.read(body.get())) {
      case StrictJson.Read(var members) -> new Taken(members);
      case StrictJson.Unreadable(var advice) -> new Answered(ErrorReplies.malformed(advice));
    };
  }

  private static String mediaTypeOf(HttpCall call) {
    var type = call.header("Content-Type").orElse("");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }
}
