package io.roster.server.cli;

import io.roster.core.json.Json;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.cli.option.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends the clients whose time is over. */
@Command(
    name = "purge",
    sortOptions = false,
    header = "Ends the clients that nobody uses any more, as the server does by itself.",
    description = {
      "",
      "Which ones those are is up to roster.life-cycle.never-used and roster.life-cycle.idle;",
      "a client with a live grant is never among them.",
      ""
    },
    footer = {"", "Examples:", "  roster purge --dry-run", "  roster purge --format json"})
final class PurgeCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(new Column("tier", 13), new Column("ending", 10), new Column("clients", 12));

  @Option(names = "--dry-run", description = "Tell which would go; nothing changes.")
  private boolean dryRun;

  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ServerOption server = new ServerOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    boolean complete = false;
    long gone = 0;
    try (var progress = new Progress(spec.commandLine().getErr(), "clients ended:");
        var listing = format.listing(spec.commandLine().getOut(), COLUMNS)) {
      while (!complete) {
        var report = server.connect().post("/api/v1/purge" + (dryRun ? "?dry_run=true" : ""), "{}");
        if (report.values().get("ended") instanceof Json.Items(var ended)) {
          ended.forEach(count -> listing.row(Column.values(count, COLUMNS)));
        }
        gone += report.whole("total").orElse(0L);
        progress.at(gone);
        // A rehearsal would begin at the same place again.
        complete = dryRun || Json.of(true).equals(report.values().get("complete"));
      }
    }
    return 0;
  }
}
