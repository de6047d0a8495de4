package io.roster.server.web;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Names calls, so that a client and the log speak of the same one. */
public final class RequestIds {
  /** The header that tells it. */
  public static final String HEADER = "X-Request-Id";

  /** The attribute of a request that holds it. */
  public static final String ATTRIBUTE = "io.roster.request";

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private final String prefix;
  private final AtomicLong next = new AtomicLong();

  RequestIds(SecureRandom random) {
    this.prefix = Long.toString(random.nextLong(1L << 40), 36) + "-";
  }

  /** A new one, unlike those of other nodes and earlier starts. */
  String next() {
    return prefix + Long.toString(next.incrementAndGet(), 36);
  }

  /** Whether one that came from elsewhere may be written to a log and a header. */
  static boolean isHarmless(String given) {
    return HARMLESS.matcher(given).matches();
  }
}
