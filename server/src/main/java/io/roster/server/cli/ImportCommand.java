package io.roster.server.cli;

import io.roster.http.JacksonJson;
import io.roster.server.cli.option.DataOption;
import io.roster.server.cli.option.Progress;
import io.roster.server.data.Refusal;
import io.roster.store.transfer.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads everything from a file. */
@Command(
    name = "import",
    header = "Reads what export wrote into this directory's database.",
    description = {
      "",
      "With ROSTER_DATABASE=jdbc:postgresql:... it goes to PostgreSQL. What is there already",
      "stays as it is, so that an import that was interrupted can be repeated. The server has",
      "to have the same roster.issuer and roster.pepper as the one the file came from.",
      ""
    },
    footer = {"", "Example:", "  roster import roster.jsonl"})
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "What export wrote.")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (var in = Files.newBufferedReader(file);
        var database = data.directory().open();
        var progress = new Progress(spec.commandLine().getErr(), "rows read:")) {
      var result = new Import(database, new JacksonJson()).read(in, progress::at);
      spec.commandLine()
          .getOut()
          .printf("imported %d rows, skipped %d%n", result.imported(), result.skipped());
    } catch (NoSuchFileException e) {
      throw new Refusal("there is no file " + file);
    } catch (IllegalArgumentException e) {
      throw new Refusal(file + ": " + e.getMessage());
    }
    return 0;
  }
}
