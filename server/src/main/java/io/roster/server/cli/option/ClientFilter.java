package io.roster.server.cli.option;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which clients are to be listed. */
public final class ClientFilter {
  @Option(
      names = "--search",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only with this in the id, a name, a redirect host or the software's id.")
  private String text = "";

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only with this in a name.")
  private String name = "";

  @Option(
      names = "--redirect-host",
      paramLabel = "HOST",
      defaultValue = "",
      description = "Only those that redirect to this host or a host in this domain.")
  private String redirectHost = "";

  @Option(
      names = "--software",
      paramLabel = "ID",
      defaultValue = "",
      description = "Only those with this software_id.")
  private String software = "";

  @Option(
      names = "--state",
      paramLabel = "STATE",
      defaultValue = "",
      description = "Only those pending, active, disabled or denied.")
  private String state = "";

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      defaultValue = "",
      description = "Only of this tier: open, token, statement or administrator.")
  private String tier = "";

  @Option(
      names = "--registered-after",
      paramLabel = "TIME",
      description = "Only those registered since then, 2026-01-31T12:00:00Z say.")
  private Optional<Instant> registeredAfter = Optional.empty();

  @Option(
      names = "--registered-before",
      paramLabel = "TIME",
      description = "Only those registered before then.")
  private Optional<Instant> registeredBefore = Optional.empty();

  @Option(
      names = "--used-after",
      paramLabel = "TIME",
      description = "Only those last used since then.")
  private Optional<Instant> usedAfter = Optional.empty();

  @Option(
      names = "--used-before",
      paramLabel = "TIME",
      description = "Only those last used before then.")
  private Optional<Instant> usedBefore = Optional.empty();

  @Option(names = "--never-used", description = "Only those nobody ever used.")
  private boolean neverUsed;

  @Option(names = "--newest", description = "Begin with the newest.")
  private boolean newest;

  /** The filter as the admin API takes it. */
  public Map<String, String> query() {
    var query = new LinkedHashMap<String, String>();
    query.put("q", text);
    query.put("name", name);
    query.put("redirect_host", redirectHost);
    query.put("software", software);
    query.put("state", state);
    query.put("tier", tier);
    query.put("registered_after", registeredAfter.map(Instant::toString).orElse(""));
    query.put("registered_before", registeredBefore.map(Instant::toString).orElse(""));
    query.put("used_after", usedAfter.map(Instant::toString).orElse(""));
    query.put("used_before", usedBefore.map(Instant::toString).orElse(""));
    query.put("never_used", neverUsed ? "true" : "");
    query.put("order", newest ? "newest" : "");
    return query;
  }
}
