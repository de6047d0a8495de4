package io.roster.server.cli;

import io.roster.http.JacksonJson;
import io.roster.server.cli.option.DataOption;
import io.roster.server.cli.option.Progress;
import io.roster.server.data.OwnersFile;
import io.roster.store.transfer.Export;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything to a file. */
@Command(
    name = "export",
    header = "Writes clients, grants, users, keys and the rest to a file.",
    description = {
      "",
      "The file is readable by its owner only: the server's private keys are in it.",
      "To move to another database, stop the server, export, and import there.",
      "Sessions don't move: people sign in again.",
      ""
    },
    footer = {"", "Example:", "  roster export roster.jsonl"})
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Where to; it must not exist yet.")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (var database = data.directory().openExisting();
        Writer out = OwnersFile.create(file);
        var progress = new Progress(spec.commandLine().getErr(), "rows exported:")) {
      long rows = new Export(database, new JacksonJson()).write(out, progress::at);
      spec.commandLine().getOut().println("exported " + rows + " rows to " + file);
    }
    return 0;
  }
}
