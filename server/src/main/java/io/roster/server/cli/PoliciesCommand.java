package io.roster.server.cli;

import io.roster.core.json.Json;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rules in force. */
@Command(
    name = "policies",
    sortOptions = false,
    header = "Lists the rules every client passes, in their order, or what each tier may have.",
    description = {
      "",
      "A rule's mode is what is done about a client that breaks it. To change one, set",
      "roster.policy.modes.RULE to another of its modes.",
      ""
    },
    footer = {"", "Examples:", "  roster policies", "  roster policies --tiers --format json"})
final class PoliciesCommand implements Callable<Integer> {
  @Option(names = "--tiers", description = "List the tiers instead of the rules.")
  private boolean tiers;

  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ServerOption server = new ServerOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var columns =
        tiers
            ? List.of(
                new Column("tier", 13),
                new Column("scope", 16),
                new Column("scope_ceiling", 16),
                new Column("grant_types", 36),
                new Column("redirect_schemes", 16),
                new Column("quota", 6),
                new Column("approval", 8))
            : List.of(new Column("rule", 42), new Column("mode", 7), new Column("modes", 20));
    var policies = server.connect().get("/api/v1/policies");
    try (var listing = format.listing(spec.commandLine().getOut(), columns)) {
      if (policies.values().get(tiers ? "tiers" : "rules") instanceof Json.Items(var items)) {
        items.forEach(item -> listing.row(Column.values(item, columns)));
      }
    }
    return 0;
  }
}
