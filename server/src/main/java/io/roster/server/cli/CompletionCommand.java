package io.roster.server.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What makes a shell complete these commands. */
@Command(
    name = "completion",
    header = "Prints a script that makes your shell complete roster's commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(roster completion bash)",
      "  roster completion zsh > ~/.roster-completion && source ~/.roster-completion"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The shells that understand the script. */
  private enum Shell {
    BASH,
    ZSH
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh; both take the same script.")
  @SuppressWarnings("UnusedVariable") // It's there to be checked.
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.print(AutoComplete.bash("roster", spec.root().commandLine()));
    out.flush();
    return 0;
  }
}
