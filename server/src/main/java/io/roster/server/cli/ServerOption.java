package io.roster.server.cli;

import io.roster.server.connect.ServerConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which running server a command talks to. */
public final class ServerOption {
  public ServerOption() {}

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:ROSTER_DATA:-data}",
      description = "Data directory of a server on this machine: $ROSTER_DATA, else ./data.")
  private Path directory = Path.of("data");

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Admin address of a server elsewhere; its API token is in $ROSTER_TOKEN.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the API token, in place of $ROSTER_TOKEN.")
  private Optional<Path> tokenFile = Optional.empty();

  /** Opens the way to it. */
  public ServerConnection connect() {
    return server
        .map(url -> ServerConnection.remote(url, tokenFile))
        .orElseGet(() -> ServerConnection.local(directory));
  }

  /** Whether a server elsewhere is meant. */
  boolean isElsewhere() {
    return server.isPresent();
  }

  Path directory() {
    return directory;
  }
}
