package io.roster.remote.fetch;

import io.roster.core.uri.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be fetched from strangers, and from where.
 *
 * @param allowedNetworks private networks that may be asked all the same; usually none
 * @param trustedCertificates certificates to trust beside the platform's, in a PEM file
 * @param ports the ports that may be asked
 * @param timeout how long one fetch may take in all, 100 ms to a minute
 */
public record RemoteSettings(
    List<Network> allowedNetworks,
    Optional<Path> trustedCertificates,
    Set<Integer> ports,
    Duration timeout) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public RemoteSettings {
    allowedNetworks = List.copyOf(allowedNetworks);
    ports = Set.copyOf(ports);
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("roster.remote.timeout must be between 100ms and 60s");
    }
    if (ports.isEmpty() || ports.stream().anyMatch(port -> port < 1 || port > 65_535)) {
      throw new IllegalArgumentException("roster.remote.ports must be from 1 to 65535");
    }
  }

  /** The public internet, on the usual port. */
  public static RemoteSettings standard() {
    return new RemoteSettings(List.of(), Optional.empty(), Set.of(443), Duration.ofSeconds(5));
  }
}
