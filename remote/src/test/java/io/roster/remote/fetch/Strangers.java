package io.roster.remote.fetch;

import io.roster.core.uri.Network;
import io.roster.testkit.HttpsHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/** A client that is allowed to ask one host of the tests, which is on this machine. */
public final class Strangers {
  private Strangers() {}

  /** Resolves every name to this machine and trusts the host's authority. */
  public static GuardedHttp client(HttpsHost host, Path directory) {
    return client(host, directory, List.of(Network.parse("127.0.0.0/8")), "127.0.0.1");
  }

  /** Is allowed nothing and gets another address each time it asks for a name. */
  public static GuardedHttp rebinding(HttpsHost host, Path directory, String... addresses) {
    return client(host, directory, List.of(), addresses);
  }

  static GuardedHttp client(
      HttpsHost host, Path directory, List<Network> allowed, String... addresses) {
    try {
      var trusted = Files.writeString(directory.resolve("authority.pem"), host.authorityPem());
      var settings =
          new RemoteSettings(
              allowed, Optional.of(trusted), Set.of(host.port()), Duration.ofMillis(1500));
      return new GuardedHttp(settings, resolvingTo(addresses));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DnsResolver resolvingTo(String... literals) {
    return new DnsResolver() {
      private int calls;

      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        // Another answer each time, as a rebinding name server gives.
        var literal = literals[Math.min(calls++, literals.length - 1)];
        return new InetAddress[] {InetAddress.getByName(literal)};
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
