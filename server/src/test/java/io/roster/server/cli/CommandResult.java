package io.roster.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** What a command printed, and the exit code it ended with. */
record CommandResult(int code, String out, String err) {
  static CommandResult of(String... words) {
    return withInput("", words);
  }

  static CommandResult withInput(String input, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RosterCommand.commandLine(new ByteArrayInputStream(input.getBytes(UTF_8)))
            .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new CommandResult(code, out.toString(), err.toString());
  }
}
