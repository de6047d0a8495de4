package io.roster.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import java.util.Locale;
import java.util.Optional;

/**
 * A page of a list as lines of JSON, one an item, for whoever prefers them. Where the list goes on
 * is in the Link header then.
 */
public final class Lines {
  /** The media type. */
  public static final String TYPE = "application/x-ndjson";

  private Lines() {}

  /** Whether a caller that sends this Accept header prefers lines. */
  public static boolean arePreferred(Optional<String> accept) {
    return accept.filter(types -> types.toLowerCase(Locale.ROOT).startsWith(TYPE)).isPresent();
  }

  /** The lines of an answer that is a list; anything else has none. */
  public static Optional<byte[]> of(AdminReply reply, JsonCodec json) {
    return reply
        .body()
        .filter(body -> reply.status() == 200)
        .flatMap(body -> body.find("items"))
        .flatMap(
            items -> items instanceof Json.Items list ? Optional.of(lines(list, json)) : none());
  }

  private static byte[] lines(Json.Items list, JsonCodec json) {
    var text = new StringBuilder();
    for (var item : list.values()) {
      if (item instanceof Json.Members members) {
        text.append(json.write(members)).append('\n');
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  private static Optional<byte[]> none() {
    return Optional.empty();
  }
}
