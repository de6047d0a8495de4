package io.roster.server.api;

import io.roster.core.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One page of a list, and in a Link header, RFC 8288, the way to the next. */
public final class Pages {
  private Pages() {}

  /** Answers with these items, after which the list goes on if the page is full. */
  public static <T> AdminReply of(
      AdminCall call, List<T> items, Function<T, Json> json, Function<T, String> id) {
    var next =
        items.size() < call.limit()
            ? Optional.<String>empty()
            : Optional.of(id.apply(items.getLast()));
    return of(call, items.stream().map(json).toList(), next);
  }

  /** Answers with these items; the list goes on after {@code next}, however few they are. */
  public static AdminReply of(AdminCall call, List<? extends Json> items, Optional<String> next) {
    var answer = new LinkedHashMap<String, Json>();
    answer.put("items", new Json.Items(List.copyOf(items)));
    next.ifPresent(last -> answer.put("next", Json.of(last)));
    var reply = AdminReply.of(200, new Json.Members(answer));
    return next.map(last -> reply.with("Link", link(call, last))).orElse(reply);
  }

  private static String link(AdminCall call, String next) {
    var query = new LinkedHashMap<>(call.query());
    query.put("after", next);
    return query.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(
            Collectors.joining(
                "&", "</api/v1/" + String.join("/", call.path()) + "?", ">; rel=\"next\""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
