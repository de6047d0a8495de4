package io.roster.server.cli;

import io.roster.server.serve.Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    sortOptions = false,
    header = "Runs the authorization server.",
    description = {
      "",
      "With no option: issuer http://localhost:8080, everything kept in ./data.",
      "The first start prints the password of the user 'admin', once, and a curl line",
      "that registers a client. SIGTERM (or Ctrl-C) finishes what is being answered",
      "and then stops.",
      ""
    },
    footer = {
      "",
      "Every setting can also come from the environment (ROSTER_ISSUER), from a system",
      "property (roster.issuer) or from ./roster.yaml; an option here wins.",
      "Examples:",
      "  roster serve",
      "  roster serve --issuer https://id.example.com --data /var/lib/roster"
    })
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "PORT", description = "Public port; default 8080.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description = "Port for the operator, on 127.0.0.1; default 8081.")
  private Optional<Integer> adminPort = Optional.empty();

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = "What clients know this server as; default http://localhost:PORT.")
  private Optional<URI> issuer = Optional.empty();

  @Option(names = "--data", paramLabel = "DIR", description = "Data directory; default ./data.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "jdbc:sqlite: (the default), a file in the data directory, or",
        "jdbc:postgresql://HOST[:PORT][,HOST...]/DATABASE?user=NAME.",
        "With a password in it, set ROSTER_DATABASE instead: others can see flags."
      })
  private Optional<String> database = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    // The log of a server is its output; other commands keep theirs free of it.
    System.setProperty("roster.log.target", "System.out");
    return new Server(spec.commandLine().getOut()).run(settings());
  }

  /** The options given, as the properties they stand for. */
  private List<String> settings() {
    var settings = new ArrayList<String>();
    port.ifPresent(value -> settings.add("--roster.port=" + value));
    adminPort.ifPresent(value -> settings.add("--roster.admin.port=" + value));
    issuer.ifPresent(value -> settings.add("--roster.issuer=" + value));
    data.ifPresent(value -> settings.add("--roster.data=" + value));
    database.ifPresent(value -> settings.add("--roster.database=" + value));
    return settings;
  }
}
