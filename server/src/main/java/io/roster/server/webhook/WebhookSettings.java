package io.roster.server.webhook;

import io.roster.core.credential.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who is told what happens to clients, by a name the operator chooses. */
@ConfigurationProperties("roster")
public record WebhookSettings(@DefaultValue Map<String, Webhook> webhooks) {
  /** How many there may be. */
  static final int MOST = 16;

  public WebhookSettings {
    webhooks = Map.copyOf(webhooks);
    if (webhooks.size() > MOST) {
      throw new IllegalArgumentException("roster.webhooks must be at most " + MOST);
    }
    webhooks.forEach(
        (name, webhook) -> {
          if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                "roster.webhooks.* must be named by a-z, 0-9 and -, at most 40 of them");
          }
          webhook.check("roster.webhooks." + name);
        });
  }

  /**
   * One receiver.
   *
   * @param url where it listens
   * @param secret what its messages are signed with
   * @param secretFile a file with that secret, so that no setting holds it
   * @param actions what it is told, all when empty
   * @param allowLoopback whether it may listen on this machine, without TLS
   * @param timeout for one attempt in all
   * @param attempts how often something is tried before it is given up
   * @param backoff how long to wait after the first failure; twice as long after each further one
   */
  public record Webhook(
      URI url,
      Optional<Secret> secret,
      Optional<Path> secretFile,
      @DefaultValue Set<String> actions,
      @DefaultValue("false") boolean allowLoopback,
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("12") int attempts,
      @DefaultValue("1s") Duration backoff) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public Webhook {
      actions = Set.copyOf(actions);
    }

    private void check(String name) {
      demand(url != null && url.getHost() != null, name + ".url", "an absolute URL");
      boolean isHere = allowLoopback && HERE.contains(url.getHost());
      demand(
          "https".equals(url.getScheme()) || (isHere && "http".equals(url.getScheme())),
          name + ".url",
          "https; with allow-loopback=true also http to this machine");
      demand(
          secret.isPresent() != secretFile.isPresent(),
          name + ".secret",
          "set, or secret-file, and not both");
      demand(within(timeout.toMillis(), 100, 60_000), name + ".timeout", "from 100ms to 60s");
      demand(within(attempts, 1, 50), name + ".attempts", "from 1 to 50");
      demand(within(backoff.toMillis(), 10, 3_600_000), name + ".backoff", "from 10ms to 1h");
    }

    private static boolean within(long value, long least, long most) {
      return least <= value && value <= most;
    }

    private static void demand(boolean met, String property, String range) {
      if (!met) {
        throw new IllegalArgumentException(property + " must be " + range);
      }
    }
  }
}
