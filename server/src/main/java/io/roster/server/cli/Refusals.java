package io.roster.server.cli;

import io.roster.core.store.StoreUnavailableException;
import io.roster.server.data.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line and an exit code. */
final class Refusals {
  private static final String DEBUG = "ROSTER_DEBUG";

  private Refusals() {}

  static int misunderstood(ParameterException problem, String[] args) {
    var command = problem.getCommandLine();
    var err = command.getErr();
    err.println("roster: " + Refusal.inOneLine(problem));
    UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  static int failed(Exception problem, CommandLine command, ParseResult parsed) {
    var err = command.getErr();
    if (problem instanceof Refusal || problem instanceof StoreUnavailableException) {
      err.println("roster: " + Refusal.inOneLine(problem));
    } else if (System.getenv(DEBUG) == null) {
      err.println(
          "roster: unexpected: "
              + problem.getClass().getName()
              + ": "
              + Refusal.inOneLine(problem));
      err.println("Set " + DEBUG + "=1 to see where it happened.");
    } else {
      problem.printStackTrace(err);
    }
    return ExitCode.SOFTWARE;
  }

  /** A wrong use of a command, found only after its words were parsed. */
  static ParameterException misuse(CommandLine command, String advice) {
    return new ParameterException(command, advice);
  }
}
