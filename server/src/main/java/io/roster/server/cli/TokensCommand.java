package io.roster.server.cli;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.cli.option.Lifetimes;
import io.roster.server.connect.ServerConnection;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The tokens with which programs administer. */
@Command(
    name = "tokens",
    synopsisSubcommandLabel = "COMMAND",
    header = "Hands out, lists and revokes the API tokens of administrators' programs.",
    description = {
      "",
      "A program sends its token as Bearer token to the admin listener; these commands take",
      "one from $ROSTER_TOKEN or --token-file together with --server URL.",
      "These commands talk to the running server."
    })
final class TokensCommand implements Runnable {
  private static final String PATH = "/api/v1/api-tokens";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with tokens");
  }

  @Command(
      name = "create",
      sortOptions = false,
      header = "Makes an API token and prints it, once, on a line of its own.",
      footer = {
        "",
        "Examples:",
        "  roster tokens create --role viewer --note 'the dashboard'",
        "  roster tokens create --role operator --expires 30d > token.txt"
      })
  int create(
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description = "What it may do: viewer, operator or admin.")
          String role,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              defaultValue = "90d",
              description = "When it ends: 12h or 30d, at most 366d; default: ${DEFAULT-VALUE}.")
          String expires,
      @Option(
              names = "--note",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What it is for.")
          String note,
      @Mixin FormatOption format,
      @Mixin ServerOption server) {
    var command = Objects.requireNonNull(spec.subcommands().get("create"));
    var body = new LinkedHashMap<String, Json>();
    body.put("role", Json.of(role));
    body.put("expires_in", Json.of(Lifetimes.seconds(expires, command)));
    body.put("note", Json.of(note));
    var created = server.connect().post(PATH, new Json.Members(body));
    if (format.isJson()) {
      out().println(new JacksonJson().write(created));
    } else {
      spec.commandLine().getErr().println("API token " + created.text("id").orElse("") + ":");
      out().println(created.text("token").orElse(""));
    }
    return 0;
  }

  @Command(
      name = "list",
      header = "Lists the API tokens, the oldest first; never their secrets.",
      footer = {"", "Example:", "  roster tokens list --format json"})
  int list(@Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(
            new Column("id", 23),
            new Column("role", 8),
            new Column("owner", 16),
            new Column("expires_at", 20),
            new Column("revoked_at", 20),
            new Column("note", 20));
    try (var listing = format.listing(out(), columns)) {
      server.connect().forEach(PATH, Map.of(), token -> listing.row(Column.values(token, columns)));
    }
    return 0;
  }

  @Command(
      name = "revoke",
      header = "Ends an API token.",
      footer = {"", "Example:", "  roster tokens revoke at-0123456789ab01234567"})
  int revoke(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    server.connect().delete(PATH + "/" + ServerConnection.encoded(id));
    out().println("revoked API token " + id);
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
