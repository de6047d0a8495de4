package io.roster.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command all others hang on. */
@Command(
    name = "roster",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {ServeCommand.class, UsersCommand.class, RehearseCommand.class},
    header = "An OAuth 2.1 authorization server for MCP whose clients register themselves.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "To begin: @|bold roster serve|@, then register a client with the curl line it prints.",
      "Each command explains itself: @|bold roster COMMAND --help|@",
      "Exit code: 0 done, 1 failed, 2 the command was not understood."
    })
public final class RosterCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private RosterCommand() {}

  /** The command line, ready to execute what was typed. */
  public static CommandLine commandLine() {
    return new CommandLine(new RosterCommand())
        .setUsageHelpLongOptionsMaxWidth(28)
        .setParameterExceptionHandler(Refusals::misunderstood)
        .setExecutionExceptionHandler(Refusals::failed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do");
  }
}
