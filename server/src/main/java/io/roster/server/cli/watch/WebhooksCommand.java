package io.roster.server.cli.watch;

import io.roster.core.json.Json;
import io.roster.server.cli.ServerOption;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.connect.ServerConnection;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Those who are told what happens to clients. */
@Command(
    name = "webhooks",
    synopsisSubcommandLabel = "COMMAND",
    header = "Shows who is told what happens to clients, and what they could not be told.",
    description = {
      "",
      "Webhooks are set up in the settings, roster.webhooks.NAME.*.",
      "These commands talk to the running server."
    })
public final class WebhooksCommand implements Runnable {
  private static final String PATH = "/api/v1/webhooks";
  private static final String DEAD = PATH + "/dead-letters";

  @Spec private CommandSpec spec = CommandSpec.create();

  public WebhooksCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with webhooks");
  }

  @Command(
      name = "list",
      header = "Lists webhooks, and how many messages wait or were given up.",
      footer = {"", "Example:", "  roster webhooks list"})
  int list(@Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(
            new Column("name", 16),
            new Column("place", 36),
            new Column("fed", 10),
            new Column("waiting", 8),
            new Column("dead", 8));
    try (var listing = format.listing(out(), columns)) {
      if (server.connect().get(PATH).values().get("items") instanceof Json.Items(var items)) {
        items.forEach(one -> listing.row(Column.values(one, columns)));
      }
    }
    return 0;
  }

  @Command(
      name = "dead-letters",
      header = "Lists messages that were given up.",
      footer = {"", "Example:", "  roster webhooks dead-letters --format json"})
  int deadLetters(@Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(
            new Column("id", 10),
            new Column("webhook", 16),
            new Column("entry", 10),
            new Column("attempts", 8),
            new Column("given_up_at", 24),
            new Column("problem", 24));
    try (var listing = format.listing(out(), columns)) {
      server.connect().forEach(DEAD, Map.of(), one -> listing.row(Column.values(one, columns)));
    }
    return 0;
  }

  @Command(
      name = "retry",
      header = "Tries messages again that were given up.",
      footer = {"", "Examples:", "  roster webhooks retry 17", "  roster webhooks retry --all"})
  int retry(
      @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "") String id,
      @Option(names = "--all", description = "All of them.") boolean all,
      @Mixin ServerOption server) {
    if (id.isEmpty() != all) {
      throw new ParameterException(spec.commandLine(), "name one message, or --all");
    }
    var connection = server.connect();
    var ids = all ? allDead(connection) : List.of(id);
    ids.forEach(
        one -> connection.post(DEAD + "/" + ServerConnection.encoded(one) + "/retry", "{}"));
    out().println(ids.size() + " messages are tried again");
    return 0;
  }

  private static List<String> allDead(ServerConnection connection) {
    var ids = new ArrayList<String>();
    connection.forEach(DEAD, Map.of(), one -> ids.add(one.text("id").orElse("")));
    return ids;
  }

  @Command(
      name = "forget",
      header = "Lets a message go that was given up.",
      footer = {"", "Example:", "  roster webhooks forget 17"})
  int forget(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    server.connect().delete(DEAD + "/" + ServerConnection.encoded(id));
    out().println("message " + id + " is forgotten");
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
