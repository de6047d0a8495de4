package io.roster.spring.endpoint;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Writes errors to client programs as RFC 6749 section 5.2 has them. */
public final class JsonReplies {
  private static final JacksonJson JSON = new JacksonJson();

  private JsonReplies() {}

  /** Writes an error; {@code advice} is for the client's developer and may be empty. */
  public static void error(HttpServletResponse response, int status, String code, String advice)
      throws IOException {
    var members = new LinkedHashMap<String, Json>();
    members.put("error", Json.of(code));
    Optional.of(advice)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> members.put("error_description", Json.of(text)));
    var body = JSON.write(new Json.Members(members)).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
