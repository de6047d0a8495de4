package io.roster.spring.config;

import io.roster.core.uri.Network;
import io.roster.remote.fetch.RemoteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.remote.}: what may be fetched from strangers.
 *
 * @param allowedNetworks private networks that may be asked all the same
 * @param trustedCertificates certificates to trust beside the platform's, in a PEM file
 * @param ports the ports that may be asked
 * @param timeout how long one fetch may take in all
 */
@ConfigurationProperties("roster.remote")
public record RemoteProperties(
    @DefaultValue List<String> allowedNetworks,
    @Nullable Path trustedCertificates,
    @DefaultValue("443") Set<Integer> ports,
    @DefaultValue("5s") Duration timeout) {
  RemoteSettings toRemoteSettings() {
    return new RemoteSettings(
        allowedNetworks.stream().map(RemoteProperties::network).toList(),
        Optional.ofNullable(trustedCertificates),
        ports,
        timeout);
  }

  private static Network network(String text) {
    try {
      return Network.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "roster.remote.allowed-networks must be addresses or networks such as 10.0.0.0/8", e);
    }
  }
}
