package io.roster.server.cli.option;

import io.roster.server.data.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data directory a command works on. */
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:ROSTER_DATA:-data}",
      description = "The server's data directory: $ROSTER_DATA, else ./data.")
  private Path directory = Path.of("data");

  public DataDirectory directory() {
    return new DataDirectory(directory);
  }
}
