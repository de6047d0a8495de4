package io.roster.core.cimd;

import io.roster.core.uri.AbsoluteUri;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long documents count, and whose do.
 *
 * @param cache how long a document counts without being asked for again
 * @param lastGood how long one outlives that while its host is down; zero not at all
 * @param failurePause how long a host is left alone that had no document
 * @param hosts whose documents count
 * @param versions how many versions of a client's document are kept
 */
public record DocumentSettings(
    Cache cache, Duration lastGood, Duration failurePause, Hosts hosts, int versions) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration MONTH = Duration.ofDays(30);

  public DocumentSettings {
    demand("last-good", lastGood, Duration.ZERO, MONTH);
    demand("failure-pause", failurePause, Duration.ofSeconds(1), Duration.ofHours(1));
    if (versions < 1 || versions > 100) {
      throw new IllegalArgumentException("roster.cimd.versions must be between 1 and 100");
    }
  }

  /** An hour unless its host says otherwise, a week while the host is down, of every host. */
  public static DocumentSettings standard() {
    return new DocumentSettings(
        new Cache(MINUTE, Duration.ofHours(1), Duration.ofHours(24)),
        Duration.ofDays(7),
        Duration.ofSeconds(30),
        new Hosts(List.of(), List.of(), false),
        10);
  }

  /** The bounds within which a host is believed how long its document stays as it is. */
  public record Cache(Duration shortest, Duration usual, Duration longest) {
    public Cache {
      demand("cache-min", shortest, Duration.ofSeconds(1), Duration.ofDays(1));
      demand("cache-max", longest, shortest, MONTH);
      demand("cache-default", usual, shortest, longest);
    }

    /** How long a document counts of which its host says so, or nothing. */
    public Duration within(Optional<Duration> asked) {
      var wanted = asked.orElse(usual);
      if (wanted.compareTo(shortest) < 0) {
        return shortest;
      }
      return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
  }

  /**
   * Whose documents count: a host, or all below it as {@code *.example.com}.
   *
   * @param allowed the only ones; any where there is none
   * @param denied those that don't, whatever else is said
   * @param loopback whether documents on this machine count, without TLS, for development
   */
  public record Hosts(List<String> allowed, List<String> denied, boolean loopback) {
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9._-]{1,253}");

    public Hosts {
      allowed = List.copyOf(allowed);
      denied = List.copyOf(denied);
      demandHosts("allowed-hosts", allowed);
      demandHosts("denied-hosts", denied);
    }

    /** Whether this document may count. */
    public boolean permit(DocumentUrl url) {
      if (url.isLoopback()) {
        return loopback;
      }
      boolean wanted = allowed.isEmpty() || isAmong(allowed, url.uri());
      return wanted && !isAmong(denied, url.uri());
    }

    private static boolean isAmong(List<String> hosts, AbsoluteUri uri) {
      return hosts.stream()
          .anyMatch(
              host ->
                  host.startsWith("*.")
                      ? uri.host().endsWith(host.substring(1))
                      : uri.host().equals(host));
    }

    private static void demandHosts(String property, List<String> hosts) {
      if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
        throw new IllegalArgumentException(
            "roster.cimd." + property + " must be host names in lower case, or *.example.com");
      }
    }
  }

  private static void demand(String property, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "roster.cimd.%s must be between %ds and %ds"
              .formatted(property, least.toSeconds(), most.toSeconds()));
    }
  }
}
