package io.roster.server.cli;

import io.roster.server.cli.backup.BackupCommand;
import io.roster.server.cli.watch.AuditCommand;
import io.roster.server.cli.watch.WebhooksCommand;
import java.io.InputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command all others hang on. */
@Command(
    name = "roster",
    versionProvider = Version.class,
    header = "An OAuth 2.1 authorization server for MCP whose clients register themselves.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "To begin: @|bold roster serve|@, then register a client with the curl line it prints.",
      "Each command explains itself: @|bold roster COMMAND --help|@",
      "Exit code: 0 done, 1 failed, 2 the command was not understood."
    })
@SuppressWarnings("UnusedVariable") // Picocli acts on --help and --version by itself.
public final class RosterCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Explain this command.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  private RosterCommand() {}

  /** The command line, ready to execute what was typed; passwords are read from {@code in}. */
  public static CommandLine commandLine(InputStream in) {
    return new CommandLine(new RosterCommand())
        .addSubcommand(new ServeCommand())
        .addSubcommand(new ClientsCommand(in))
        .addSubcommand(new InitialTokensCommand(in))
        .addSubcommand(new AdminsCommand(in))
        .addSubcommand(new TokensCommand())
        .addSubcommand(new ExplainCommand(in))
        .addSubcommand(new PoliciesCommand())
        .addSubcommand(new PurgeCommand())
        .addSubcommand(new AuditCommand())
        .addSubcommand(new WebhooksCommand())
        .addSubcommand(new BackupCommand())
        .addSubcommand(new ExportCommand())
        .addSubcommand(new ImportCommand())
        .addSubcommand(new UsersCommand(in))
        .addSubcommand(new KeysCommand())
        .addSubcommand(new CompletionCommand())
        .addSubcommand(new RehearseCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setParameterExceptionHandler(Refusals::misunderstood)
        .setExecutionExceptionHandler(Refusals::failed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do");
  }
}
