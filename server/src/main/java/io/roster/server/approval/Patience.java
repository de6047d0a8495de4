package io.roster.server.approval;

import io.roster.core.client.Client;
import java.time.Duration;
import java.time.Instant;

/** How long a client waits for its approval, in words, and how soon it is worth to ask again. */
final class Patience {
  private Patience() {}

  static Instant since(Client client) {
    return client.review().at().orElse(client.issuedAt());
  }

  /** Somebody who was just called may be quick; after an hour nobody sits before the page. */
  static Duration untilNext(Duration waited) {
    if (waited.toMinutes() < 1) {
      return Duration.ofSeconds(2);
    }
    if (waited.toMinutes() < 10) {
      return Duration.ofSeconds(5);
    }
    return Duration.ofSeconds(waited.toHours() < 1 ? 15 : 30);
  }

  static String text(Duration waited) {
    if (waited.toMinutes() < 1) {
      return "less than a minute";
    }
    if (waited.toHours() < 1) {
      return counted(waited.toMinutes(), "minute");
    }
    return waited.toDays() < 1
        ? counted(waited.toHours(), "hour")
        : counted(waited.toDays(), "day");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
