package io.roster.core.uri;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses as 160.79.104.0/21 or 2001:db8::/32 names it, or a single one. */
public record Network(String text, int bits) {
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /** Reads a network; throws IllegalArgumentException, which says how one is written. */
  public static Network parse(String text) {
    var parts = text.split("/", 2);
    var address = address(parts[0]);
    int most = address.map(bytes -> bytes.length * 8).orElse(0);
    int bits =
        parts.length == 1
            ? most
            : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
    if (address.isEmpty() || bits > most) {
      throw new IllegalArgumentException(
          "a network is an address, or an address, a slash and a number of bits: 10.0.0.0/8");
    }
    return new Network(parts[0], bits);
  }

  /** Whether the address, 4 or 16 bytes, is in this range. */
  public boolean contains(byte[] address) {
    var mine = address(text).orElseThrow();
    if (mine.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ address[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads an address without asking anybody for it; nothing when it is none. */
  public static Optional<byte[]> address(String text) {
    try {
      // Java turns an IPv4 address written as IPv6 into what it is.
      return LITERAL.matcher(text).matches()
          ? Optional.of(InetAddress.getByName(text).getAddress())
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
