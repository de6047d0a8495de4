package io.roster.core.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Issues identifiers of 128 bits in hexadecimal: 48 bits of time in milliseconds, so that indexes
 * grow at one end, and 80 random bits.
 */
public final class ClientIdIssuer {
  private static final long TIME_BITS = 0xffff_ffff_ffffL;
  private static final int TIME_DIGITS = 12;

  private final String prefix;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Takes its bits from {@code random}, which has to be cryptographically strong. */
  public ClientIdIssuer(String prefix, InstantSource clock, RandomGenerator random) {
    this.prefix = prefix;
    this.clock = clock;
    this.random = random;
  }

  public ClientId issue() {
    long high = ((clock.millis() & TIME_BITS) << 16) | (random.nextLong() & 0xffff);
    return new ClientId(prefix + hex(high) + hex(random.nextLong()));
  }

  /** What every identifier issued from this time on is greater than, with the same prefix. */
  public static String first(String prefix, Instant time) {
    return prefix + hex(time.toEpochMilli() << 16).substring(0, TIME_DIGITS);
  }

  private static String hex(long bits) {
    var digits = Long.toHexString(bits);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
