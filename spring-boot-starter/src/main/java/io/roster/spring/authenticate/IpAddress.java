package io.roster.spring.authenticate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Compares IP addresses by value, for IPv6 can be written in many ways; never asks a resolver. */
final class IpAddress {
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private IpAddress() {}

  static boolean areSame(String one, String other) {
    if (!LITERAL.matcher(one).matches() || !LITERAL.matcher(other).matches()) {
      return false;
    }
    try {
      return InetAddress.getByName(one).equals(InetAddress.getByName(other));
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
