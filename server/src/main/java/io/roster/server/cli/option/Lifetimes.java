package io.roster.server.cli.option;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How long something lives, as it is typed. */
public final class Lifetimes {
  private static final Pattern LIFETIME = Pattern.compile("(\\d{1,6})([smhd])");

  private Lifetimes() {}

  /** Seconds in a text such as 30m, 12h or 7d. */
  public static long seconds(String text, CommandLine command) {
    var parts = LIFETIME.matcher(text);
    if (!parts.matches()) {
      throw new ParameterException(command, "--expires is like 30m, 12h, 7d, or 0 for never");
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "d" -> Duration.ofDays(count).toSeconds();
      case "h" -> Duration.ofHours(count).toSeconds();
      case "m" -> Duration.ofMinutes(count).toSeconds();
      default -> count;
    };
  }
}
