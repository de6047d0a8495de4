package io.roster.server.api;

import io.roster.core.json.Json;
import io.roster.core.registration.Expected;
import io.roster.http.JacksonJson;
import io.roster.server.account.Principal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call of the operator's.
 *
 * @param path the segments behind {@code /api/v1/}, decoded
 * @param headers those that calls are asked for, by their names in lower case
 * @param body what was sent, as it came; never more than the listener takes
 */
public record AdminCall(
    Principal principal,
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  private static final JacksonJson JSON = new JacksonJson();
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;
  private static final String VARIABLE = "path-variable";

  public AdminCall {
    path = List.copyOf(path);
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Map.copyOf(headers);
  }

  /** Goes on with the JSON object in the body, or answers that there is none. */
  public AdminReply withObject(Function<Json.Members, AdminReply> next) {
    Json.Members members;
    try {
      members = JSON.read(body);
    } catch (IllegalArgumentException malformed) {
      return Problems.badRequest(String.valueOf(malformed.getMessage()));
    }
    return next.apply(members);
  }

  /** How many entries a page is to have: 1 to 1000, 100 unless asked otherwise. */
  public int limit() {
    var asked = query.getOrDefault("limit", "");
    int limit = asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : USUAL_PAGE;
    return Math.clamp(limit, 1, LARGEST_PAGE);
  }

  /** What the page before ended with, or "". */
  public String after() {
    return query.getOrDefault("after", "");
  }

  /** What is said in the query under this name, unless it is nothing. */
  public Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /** A time in the query; the dispatcher has seen that it is one. */
  public Optional<Instant> time(String name) {
    return asked(name).map(Instant::parse);
  }

  /** What the path's variable stands for. */
  public String variable() {
    return headers.getOrDefault(VARIABLE, "");
  }

  AdminCall withVariable(String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(VARIABLE, value);
    return new AdminCall(principal, method, path, query, more, body);
  }

  /** Which revision is meant; nothing when the header names none there ever could be. */
  public Optional<Expected> expected() {
    var tag = headers.getOrDefault("if-match", "*").strip();
    if (tag.equals("*")) {
      return Optional.of(Expected.any());
    }
    return tag.matches("\"\\d{1,18}\"")
        ? Optional.of(new Expected.Exactly(Long.parseLong(tag.substring(1, tag.length() - 1))))
        : Optional.empty();
  }

  /** Never the headers or the body, which hold secrets. */
  @Override
  public String toString() {
    return "AdminCall[" + method + " " + path + " by " + principal + "]";
  }
}
