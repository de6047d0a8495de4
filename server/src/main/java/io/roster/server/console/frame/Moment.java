package io.roster.server.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as pages show it.
 *
 * @param at for programs
 * @param exact to the minute, in UTC
 * @param distance how far away it is: "3 days ago", "in 2 hours"
 */
public record Moment(String at, String exact, String distance) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** No time at all; everything of it is "". */
  public static final Moment NEVER = new Moment("", "", "");

  public static Moment of(Instant at, Instant now) {
    return new Moment(at.toString(), MINUTE.format(at), distance(at, now));
  }

  /** Reads a time as the API writes it. */
  public static Moment of(String at, Instant now) {
    return of(Instant.parse(at), now);
  }

  /** The same for a time that may be missing. */
  public static Moment of(Optional<String> at, Instant now) {
    return at.map(text -> of(text, now)).orElse(NEVER);
  }

  private static String distance(Instant at, Instant now) {
    var span = span(Duration.between(at, now).abs());
    return span.isEmpty() ? "just now" : at.isAfter(now) ? "in " + span : span + " ago";
  }

  private static String span(Duration span) {
    if (span.toMinutes() < 1) {
      return "";
    }
    if (span.toHours() < 1) {
      return counted(span.toMinutes(), "minute");
    }
    if (span.toDays() < 2) {
      return counted(span.toHours(), "hour");
    }
    return span.toDays() < 700
        ? counted(span.toDays(), "day")
        : counted(span.toDays() / 365, "year");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
