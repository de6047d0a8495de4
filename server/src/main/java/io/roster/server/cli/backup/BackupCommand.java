package io.roster.server.cli.backup;

import io.roster.server.cli.option.DataOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a SQLite database. */
@Command(
    name = "backup",
    header = "Copies the SQLite database into a file, while the server runs.",
    description = {
      "",
      "The copy is the whole database as it was at one moment, readable by its",
      "owner only: the server's private keys are in it. To restore it, stop the",
      "server, put the copy into an empty data directory under the name roster.db,",
      "and start. With PostgreSQL use pg_dump.",
      ""
    },
    footer = {"", "Example:", "  roster backup /backup/roster-$(date +%%F).db"})
public final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Where to; it must not exist yet.")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  public BackupCommand() {}

  @Override
  public Integer call() {
    data.directory().backUp(file);
    spec.commandLine().getOut().println("backed up to " + file);
    return 0;
  }
}
