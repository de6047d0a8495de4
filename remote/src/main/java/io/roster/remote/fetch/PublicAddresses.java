package io.roster.remote.fetch;

import io.roster.core.uri.Network;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the public internet from all others, RFC 6890. */
final class PublicAddresses {
  private static final List<Network> SPECIAL =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "192.175.48.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // What is not global unicast, and what leads back into IPv4 within it.
              "::/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "2620:4f:8000::/48",
              "3fff::/20",
              "4000::/2",
              "8000::/1")
          .stream()
          .map(Network::parse)
          .toList();

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    var bytes = address.getAddress();
    return SPECIAL.stream().noneMatch(network -> network.contains(bytes));
  }
}
