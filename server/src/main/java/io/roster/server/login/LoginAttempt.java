package io.roster.server.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Who tries to sign in, and from where. */
public record LoginAttempt(String name, String address) {
  private static final int LONGEST_NAME = 100;
  private static final int NETWORK_BYTES = 8;

  /** What failures are counted by. */
  List<String> keys() {
    var known = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return List.of("name " + known.toLowerCase(Locale.ROOT), "address " + network());
  }

  /** The address, or for IPv6 its network: who has one such address has all of them. */
  private String network() {
    try {
      var parsed = InetAddress.getByName(address); // a literal is never looked up
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
