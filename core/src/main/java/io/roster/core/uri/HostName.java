package io.roster.core.uri;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells proper host names and IP literals from the look-alikes that parsers disagree about. */
final class HostName {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern DOTTED_QUAD = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  private HostName() {}

  /** Whether the host is a DNS name, four decimal octets or a bracketed IPv6 address. */
  static boolean isValid(String host) {
    if (host.startsWith("[")) {
      return isIpv6(host.substring(1, host.length() - 1));
    }
    // "127.1", "2130706433" and "0x7f000001" are names to one parser and addresses to another.
    return endsInNumber(host) ? DOTTED_QUAD.matcher(host).matches() : isDnsName(host);
  }

  private static boolean endsInNumber(String host) {
    var last = host.substring(host.lastIndexOf('.') + 1);
    return last.startsWith("0x")
        || last.startsWith("0X")
        || (!last.isEmpty() && last.chars().allMatch(HostName::isDigit));
  }

  /** Labels of letters, digits, _ and inner hyphens; no empty one, so no dot at the end. */
  private static boolean isDnsName(String host) {
    int start = 0;
    for (int i = 0; i <= host.length(); i++) {
      if (i == host.length() || host.charAt(i) == '.') {
        if (!isLabel(host, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return host.length() <= LONGEST;
  }

  private static boolean isLabel(String host, int start, int end) {
    if (start == end
        || end - start > LONGEST_LABEL
        || host.charAt(start) == '-'
        || host.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = host.charAt(i);
      if (!isLetter(c) && !isDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a valid host is localhost or an IP literal outside the public internet. */
  static boolean isLocal(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    boolean literal = name.startsWith("[") || DOTTED_QUAD.matcher(name).matches();
    return literal && isLocalAddress(name);
  }

  private static boolean isLocalAddress(String literal) {
    try {
      var address = InetAddress.getByName(literal); // a literal is never looked up
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || address.isLinkLocalAddress()
          || address.isSiteLocalAddress()
          || address.isMulticastAddress()
          || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
    } catch (UnknownHostException notAnAddress) {
      return true;
    }
  }

  private static boolean isIpv6(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address) == 8;
    }
    int before = groups(address.substring(0, gap));
    int after = groups(address.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** Counts 16-bit groups, a trailing dotted quad being two; -1 when one is malformed. */
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    var parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean quad = i == parts.length - 1 && DOTTED_QUAD.matcher(parts[i]).matches();
      if (!quad && !GROUP.matcher(parts[i]).matches()) {
        return -1;
      }
      count += quad ? 2 : 1;
    }
    return count;
  }
}
