package io.roster.server.console.overview;

import io.roster.core.json.Json;
import java.util.List;
import java.util.Locale;

/**
 * So many of something.
 *
 * @param atLeast whether they were not counted to the end
 * @param share how long its bar is, of a hundred
 * @param path where these are listed, or ""
 */
public record Count(String name, long number, boolean atLeast, long share, String path) {
  private static final long WHOLE = 100;

  static Count of(Json.Members figure) {
    boolean atLeast = figure.values().get("at_least") instanceof Json.Flag(var flag) && flag;
    return new Count(
        figure.text("name").orElse(""), figure.whole("clients").orElse(0L), atLeast, 0, "");
  }

  static Count of(String name, long number) {
    return new Count(name, number, false, 0, "");
  }

  /** The number as people read it. */
  public String text() {
    return String.format(Locale.ENGLISH, "%,d", number) + (atLeast ? " or more" : "");
  }

  Count inWords() {
    return new Count(name.replace('_', ' '), number, atLeast, share, path);
  }

  Count listedAt(String address) {
    return new Count(name, number, atLeast, share, address);
  }

  /** The same with bars that the longest of them fills. */
  static List<Count> barred(List<Count> counts) {
    long most = Math.max(1, counts.stream().mapToLong(Count::number).max().orElse(1));
    return counts.stream()
        .map(c -> new Count(c.name, c.number, c.atLeast, length(c.number, most), c.path))
        .toList();
  }

  /** What is there at all can be seen. */
  private static long length(long number, long most) {
    return number == 0 ? 0 : Math.max(1, Math.round((double) WHOLE * number / most));
  }
}
