package io.roster.fuzz;

import io.roster.core.Roster;
import io.roster.core.access.InitialAccess;
import io.roster.http.HttpCall;
import io.roster.http.JacksonJson;
import io.roster.http.Routes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A whole call: method, path, Authorization and Content-Type, a line each, then the body. */
public final class RoutesTarget {
  private static final int HEAD_LINES = 4;

  private RoutesTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var roster = Roster.create(URI.create("https://as.example"));
    var reply = new Routes(roster, InitialAccess.open(), Map.of()).answer(call(input));
    Claim.holds(reply.status() >= 200 && reply.status() < 500, "the server is never at fault");
    reply.body().ifPresent(body -> new JacksonJson().bytes(body));
    reply
        .headers()
        .forEach((name, value) -> Claim.holds(isPlain(name + value), "headers are plain ASCII"));
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c <= 0x7e);
  }

  // Bytes as Latin-1, so that the body can be taken from the text again.
  private static Sent call(byte[] input) {
    var lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", HEAD_LINES + 1);
    var parts = Arrays.copyOf(lines, HEAD_LINES + 1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = i < lines.length ? lines[i] : "";
    }
    return new Sent(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }

  private record Sent(
      String method, String path, String authorization, String contentType, String content)
      implements HttpCall {
    @Override
    public String remoteAddress() {
      return "192.0.2.1";
    }

    @Override
    public Optional<String> header(String name) {
      return switch (name) {
        case "Authorization" -> Optional.of(authorization);
        case "Content-Type" -> Optional.of(contentType);
        default -> Optional.empty();
      };
    }

    @Override
    public Optional<byte[]> body(int limit) {
      var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
      return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
    }
  }
}
