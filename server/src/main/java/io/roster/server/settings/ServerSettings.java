package io.roster.server.settings;

import io.roster.core.credential.Secret;
import io.roster.store.postgres.PostgresDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about the process: where it listens, where it keeps its data, and how
 * much it takes from the network.
 */
@ConfigurationProperties("roster")
public record ServerSettings(
    @DefaultValue("8080") int port,
    @DefaultValue("data") Path data,
    @DefaultValue("jdbc:sqlite:") String database,
    Optional<Secret> bootstrapAdminPassword,
    Optional<String> approvalContact,
    @DefaultValue Map<String, String> scopeMeanings,
    @DefaultValue Admin admin,
    @DefaultValue Http http) {
  private static final int LONGEST_CONTACT = 200;

  public ServerSettings {
    scopeMeanings = Map.copyOf(scopeMeanings);
    demand(isPort(port), "port", "from 0 to 65535");
    demand(
        approvalContact.filter(who -> who.length() > LONGEST_CONTACT).isEmpty(),
        "approval-contact",
        "at most " + LONGEST_CONTACT + " characters");
    demand(
        database.equals("jdbc:sqlite:")
            || database.equals("sqlite")
            || PostgresDatabase.isNamedBy(database),
        "database",
        "jdbc:sqlite: for a file in the data directory, or jdbc:postgresql://HOST/DATABASE");
  }

  /** The operator's own listener. */
  public record Admin(
      @DefaultValue("8081") int port,
      @DefaultValue("127.0.0.1") String address,
      Optional<URI> url) {
    public Admin {
      demand(
          url.filter(at -> !Set.of("http", "https").contains(at.getScheme())).isEmpty(),
          "admin.url",
          "an absolute http or https URL");
      demand(isPort(port), "admin.port", "from 0 to 65535");
      demand(!address.isBlank(), "admin.address", "an address of this machine");
    }
  }

  /** What one connection, and all of them together, may ask for. Sizes are bytes. */
  public record Http(
      @DefaultValue("10000") int connections,
      @DefaultValue("16384") int headerSize,
      @DefaultValue("65536") int formSize,
      @DefaultValue("100") int formKeys,
      @DefaultValue("30s") Duration idleTimeout,
      @DefaultValue("10s") Duration drainTimeout,
      @DefaultValue List<String> trustedProxies) {
    public Http {
      trustedProxies = List.copyOf(trustedProxies);
      demand(
          trustedProxies.stream().allMatch(p -> p.matches("[0-9a-fA-F:.]{2,45}(/\\d{1,3})?")),
          "http.trusted-proxies",
          "IP addresses or networks, 10.0.0.0/8 for example");
      demand(within(connections, 1, 1_000_000), "http.connections", "from 1 to 1000000");
      demand(within(headerSize, 4096, 65_536), "http.header-size", "from 4096 to 65536");
      demand(within(formSize, 4096, 1_048_576), "http.form-size", "from 4096 to 1048576");
      demand(within(formKeys, 20, 1000), "http.form-keys", "from 20 to 1000");
      demand(within(idleTimeout.toSeconds(), 1, 600), "http.idle-timeout", "from 1s to 600s");
      demand(within(drainTimeout.toSeconds(), 0, 600), "http.drain-timeout", "from 0s to 600s");
    }
  }

  private static boolean isPort(int port) {
    return within(port, 0, 65_535);
  }

  private static boolean within(long value, long least, long most) {
    return least <= value && value <= most;
  }

  private static void demand(boolean met, String property, String range) {
    if (!met) {
      throw new IllegalArgumentException("roster." + property + " must be " + range);
    }
  }
}
