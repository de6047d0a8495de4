package io.roster.server.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes addresses within the console. */
public final class Addresses {
  private Addresses() {}

  /** The page of a client, whose identifier may be a URL. */
  public static String client(String id) {
    return "/clients/" + encoded(id);
  }

  /** One segment of a path, however it is spelled. */
  public static String segment(String text) {
    return encoded(text);
  }

  /** This path with what is not empty of these values behind it. */
  public static String of(String path, Map<String, String> query) {
    var text =
        query.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return text.isEmpty() ? path : path + "?" + text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
