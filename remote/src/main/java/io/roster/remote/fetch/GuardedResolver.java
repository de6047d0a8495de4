package io.roster.remote.fetch;

import io.roster.core.uri.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host and lets the client connect to nothing but what was checked: a name that resolves
 * to something else a moment later gains nothing by it.
 */
final class GuardedResolver implements DnsResolver {
  private final DnsResolver names;
  private final List<Network> allowed;

  GuardedResolver(DnsResolver names, List<Network> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = names.resolve(host);
    if (found.length == 0) {
      throw new UnknownHostException(host);
    }
    for (var address : found) {
      // One bad address spoils all: a name of ours has none.
      if (!isAllowed(address)) {
        throw new UnknownHostException("an address that is not public");
      }
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private boolean isAllowed(InetAddress address) {
    var bytes = address.getAddress();
    return PublicAddresses.contain(address)
        || allowed.stream().anyMatch(network -> network.contains(bytes));
  }
}
