package io.roster.remote.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpResponse;

/** Reads how long a response stays fresh, RFC 9111 section 4.2.1, as a shared cache does. */
final class Freshness {
  private static final Pattern UNCACHED =
      Pattern.compile("(?i)(?:^|[ ,])(?:no-store|no-cache|private)(?:[ ,=]|$)");
  private static final Pattern SHARED = Pattern.compile("(?i)(?:^|[ ,])s-maxage=\"?(\\d{1,9})");
  private static final Pattern AGE = Pattern.compile("(?i)(?:^|[ ,])max-age=\"?(\\d{1,9})");

  private Freshness() {}

  /** Nothing when the response doesn't say. */
  static Optional<Duration> of(HttpResponse response) {
    var control = header(response, "Cache-Control").orElse("");
    if (UNCACHED.matcher(control).find()) {
      return Optional.of(Duration.ZERO);
    }
    return seconds(SHARED, control)
        .or(() -> seconds(AGE, control))
        .map(life -> reduced(life, response))
        .or(() -> untilExpiry(response));
  }

  private static Optional<Duration> seconds(Pattern directive, String control) {
    var found = directive.matcher(control);
    return found.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  /** Less the time it has spent in caches on the way. */
  private static Duration reduced(Duration life, HttpResponse response) {
    var spent =
        header(response, "Age")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(Duration.ZERO);
    return spent.compareTo(life) > 0 ? Duration.ZERO : life.minus(spent);
  }

  private static Optional<Duration> untilExpiry(HttpResponse response) {
    var expires = header(response, "Expires");
    var date = header(response, "Date").flatMap(Freshness::time);
    if (expires.isEmpty()) {
      return Optional.empty();
    }
    var end = expires.flatMap(Freshness::time);
    // What is no date is in the past, RFC 9111 section 5.3.
    return end.isPresent() && date.isPresent() && end.get().isAfter(date.get())
        ? Optional.of(Duration.between(date.get(), end.get()))
        : Optional.of(Duration.ZERO);
  }

  private static Optional<ZonedDateTime> time(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(HttpResponse response, String name) {
    var header = response.getFirstHeader(name);
    return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
  }
}
