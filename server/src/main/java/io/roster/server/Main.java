package io.roster.server;

import io.roster.server.cli.RosterCommand;

/** Where the process begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(RosterCommand.commandLine(System.in).execute(args));
  }
}
